package dev.weakspot.model.lean;

import dev.weakspot.model.Question;
import dev.weakspot.model.TopicSlug;
import java.util.Arrays;
import java.util.List;

/**
 * One question before one learner at one time: all that the parts of the model look at, looked up once, and what the parts
 * before have said. Used again and again, by one thread.
 */
final class Moment {

    /** Between two uses, so that nothing is kept alive by a thread that rests. */
    private static final LearnerMemory NOBODY = new LearnerMemory();

    private static final Parameters NOTHING = Parameters.untrained(0);

    LearnerMemory learner = NOBODY;
    Parameters parameters = NOTHING;

    /** When, in seconds since 1970, or {@link LearnerMemory#UNDATED}. */
    long second;

    QuestionParameters question = new QuestionParameters("", 0);
    QuestionMemory questionMemory = QuestionMemory.NONE;

    int topicCount;
    TopicParameters[] topics = new TopicParameters[0];
    TopicMemory[] topicMemories = new TopicMemory[0];

    /** Each topic's part in the question. */
    double share;

    /** Logarithms of one plus how often the learner was right and wrong: in all, on the question, on each topic. */
    double logSuccesses;

    double logFailures;
    double logQuestionSuccesses;
    double logQuestionFailures;
    double[] logTopicSuccesses = new double[0];
    double[] logTopicFailures = new double[0];

    double coreLogit;
    double coreVariance;
    double eloLogit;
    double tracingLogit;
    double bestLogit;
    double extendedLogit;

    void place(LearnerMemory newLearner, Parameters newParameters, Question asked, long newSecond) {
        learner = newLearner;
        parameters = newParameters;
        second = newSecond;
        question = parameters.question(asked.id().value(), asked.difficulty());
        questionMemory = learner.question(question.key);
        List<TopicSlug> slugs = asked.topics();
        topicCount = slugs.size();
        share = 1.0 / topicCount;
        if (topics.length < topicCount) {
            topics = Arrays.copyOf(topics, topicCount);
            topicMemories = Arrays.copyOf(topicMemories, topicCount);
            logTopicSuccesses = new double[topicCount];
            logTopicFailures = new double[topicCount];
        }
        for (int i = 0; i < topicCount; i++) {
            topics[i] = parameters.topic(slugs.get(i).value());
            topicMemories[i] = learner.topic(topics[i].key);
        }
        takeLogarithms();
    }

    private void takeLogarithms() {
        logSuccesses = StrictMath.log1p(learner.score);
        logFailures = StrictMath.log1p(learner.failures());
        logQuestionSuccesses = StrictMath.log1p(questionMemory.score);
        logQuestionFailures = StrictMath.log1p(questionMemory.failures());
        for (int i = 0; i < topicCount; i++) {
            logTopicSuccesses[i] = StrictMath.log1p(topicMemories[i].score);
            logTopicFailures[i] = StrictMath.log1p(topicMemories[i].failures());
        }
    }

    /** From here on the learner has met the question and its topics. */
    void meet() {
        if (questionMemory == QuestionMemory.NONE) {
            questionMemory = new QuestionMemory();
            learner.questions.add(question.key, questionMemory);
        }
        for (int i = 0; i < topicCount; i++) {
            if (topicMemories[i] == TopicMemory.NONE) {
                topicMemories[i] = new TopicMemory();
                learner.topics.add(topics[i].key, topicMemories[i]);
            }
        }
    }

    void leave() {
        learner = NOBODY;
        parameters = NOTHING;
    }

    boolean isDated() {
        return second != LearnerMemory.UNDATED;
    }

    /** Seconds since {@code then}; negative when one of the times is not known. */
    double secondsSince(long then) {
        if (!isDated() || then == LearnerMemory.UNDATED) {
            return -1;
        }
        return Math.max(0, second - then);
    }

    /** Attempts since the last one on the question's first topic; 0 when there was none. */
    int attemptsSinceTopic() {
        TopicMemory first = topicMemories[0];
        return first.attempts == 0 ? 0 : learner.attempts - first.lastAttempt;
    }

    /** Attempts since the last one on the question; 0 when there was none. */
    int attemptsSinceQuestion() {
        return questionMemory.attempts == 0 ? 0 : learner.attempts - questionMemory.lastAttempt;
    }

    boolean isSameQuestion() {
        return learner.attempts > 0 && learner.lastQuestion == question.key;
    }

    boolean isSameTopic() {
        return learner.attempts > 0 && learner.lastTopic == topics[0].key;
    }
}
