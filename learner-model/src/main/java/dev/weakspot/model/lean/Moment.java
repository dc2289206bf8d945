package dev.weakspot.model.lean;

import dev.weakspot.model.Forgetting;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.util.Arrays;
import java.util.List;

/**
 * One question before one learner at one time: all that the parts of the model look at, looked up once, and what the parts
 * before have said. Used again and again, by one thread.
 *
 * <p>One question after another is often put before the same learner, and on the same topics. What does not depend on the question is then left as it
 * stands, here and in the parts: working it out costs several times as much as the rest.
 */
final class Moment {

    /** Between two uses, so that nothing is kept alive by a thread that rests. */
    private static final LearnerMemory NOBODY = new LearnerMemory();

    /** Read by nobody: a question is placed before anything looks at it. */
    private static final QuestionParameters NOT_PLACED = new QuestionParameters(new QuestionId("none yet"), 0);

    private static final Parameters NOTHING = Parameters.untrained(0);

    /** How much of a level on prerequisites shows on what builds on them. A guess: on public data its size hardly matters. */
    private static final double TRANSFER = .3;

    LearnerMemory learner = NOBODY;
    Parameters parameters = NOTHING;

    /** Whether learner, parameters and time are what they were for the question before, and nothing has moved since. */
    boolean isSameLearner;

    /** Whether the topics are the same as well. */
    boolean isOnSameTopics;

    private boolean hasMoved;
    private List<TopicSlug> slugs = List.of();

    /** When, in seconds since 1970, or {@link LearnerMemory#UNDATED}. */
    long second;

    QuestionParameters question = NOT_PLACED;
    QuestionMemory questionMemory = QuestionMemory.NONE;

    int topicCount;
    TopicParameters[] topics = new TopicParameters[0];
    TopicMemory[] topicMemories = new TopicMemory[0];

    /** What is left of the learner's level on each topic, and our doubt about it. */
    double[] levels = new double[0];

    double[] variances = new double[0];

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
        isSameLearner = !hasMoved && learner == newLearner && parameters == newParameters && second == newSecond;
        isOnSameTopics = isSameLearner && asked.topics().equals(slugs);
        hasMoved = false;
        if (!isSameLearner) {
            learner = newLearner;
            parameters = newParameters;
            second = newSecond;
            logSuccesses = StrictMath.log1p(learner.score);
            logFailures = StrictMath.log1p(learner.failures());
        }
        if (!isOnSameTopics) {
            placeTopics(asked.topics());
        }
        question = parameters.question(asked.id(), asked.difficulty());
        questionMemory = learner.question(question.key);
        logQuestionSuccesses = StrictMath.log1p(questionMemory.score);
        logQuestionFailures = StrictMath.log1p(questionMemory.failures());
    }

    private void placeTopics(List<TopicSlug> newSlugs) {
        slugs = newSlugs;
        topicCount = slugs.size();
        share = 1.0 / topicCount;
        if (topics.length < topicCount) {
            topics = Arrays.copyOf(topics, topicCount);
            topicMemories = Arrays.copyOf(topicMemories, topicCount);
            levels = new double[topicCount];
            variances = new double[topicCount];
            logTopicSuccesses = new double[topicCount];
            logTopicFailures = new double[topicCount];
        }
        for (int i = 0; i < topicCount; i++) {
            topics[i] = parameters.topic(slugs.get(i).value());
            topicMemories[i] = learner.topic(topics[i].key);
            recall(i);
            logTopicSuccesses[i] = StrictMath.log1p(topicMemories[i].score);
            logTopicFailures[i] = StrictMath.log1p(topicMemories[i].failures());
        }
    }

    /** What is believed of a topic that the learner has not met rests on what it builds on. */
    private double expectedLevel(TopicParameters topic) {
        double sum = 0;
        int practised = 0;
        for (long prerequisite : topic.prerequisites) {
            TopicMemory memory = learner.topic(prerequisite);
            if (memory.attempts > 0) {
                sum += memory.level;
                practised++;
            }
        }
        return practised == 0 ? 0 : TRANSFER * sum / practised;
    }

    private void recall(int place) {
        TopicMemory memory = topicMemories[place];
        if (memory.attempts == 0) {
            levels[place] = expectedLevel(topics[place]);
            variances[place] = TopicMemory.LEVEL_VARIANCE;
            return;
        }
        double retained = Forgetting.retained(secondsSince(memory.lastSecond));
        levels[place] = retained * memory.level;
        variances[place] = Forgetting.variance(memory.variance, retained);
    }

    /** From here on the learner has met the question and its topics, and moves. */
    void meet() {
        hasMoved = true;
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

    /** An attempt without a time leaves the time of the one before. */
    long secondOr(long before) {
        return isDated() ? second : before;
    }

    /** Seconds since {@code then}; negative when one of the times is not known. */
    double secondsSince(long then) {
        return LearnerMemory.secondsBetween(then, second);
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
