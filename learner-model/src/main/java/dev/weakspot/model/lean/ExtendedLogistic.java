package dev.weakspot.model.lean;

import static dev.weakspot.model.lean.DenseFeature.*;
import static dev.weakspot.model.lean.SparseGroup.*;

import dev.weakspot.model.Logit;
import dev.weakspot.model.StableHash;
import dev.weakspot.model.lean.RecentCounts.Horizon;

/**
 * Corrects the {@link BayesianCore} by a logistic regression on everything that is cheap to know at the moment of an attempt: counts, rates and averages, the newest
 * answers and how long ago they were, what the simpler parts say, and hashed combinations of question, topic and recent
 * answers. Where it has learned nothing yet, the core stands. Counts after Gervet et al. (2020, see {@link BestLogistic}); one pass of AdaGrad, no regularisation.
 */
final class ExtendedLogistic implements Part {

    private static final double RATE = .03;
    private static final double PATIENCE = 1;

    /** Strengths of the priors of the shrunk rates, in attempts. */
    private static final double LEARNER_PRIOR = 3;

    private static final double LEARNER_TOPIC_PRIOR = 2;
    private static final double QUESTION_PRIOR = 5;
    private static final double TOPIC_PRIOR = 2;

    /** Keep features that may grow large about as large as the others. */
    private static final double EXPERIENCE_SCALE = .25;

    private static final double TIME_SCALE = .2;

    /** How recent surprises fade, and how much a new one counts. */
    private static final double LONG_MEMORY = .97;

    private static final double LONG_STEP = .2;
    private static final double SHORT_MEMORY = .7;
    private static final double SHORT_STEP = .3;

    private static final int MOST_TRIES = 3;
    private static final int MOST_TRIES_WITH_GAP = 6;

    private final Features<DenseFeature> dense = new Features<>(DenseFeature.class);
    private final SparseFeatures sparse = new SparseFeatures();

    /** Rates of success over everything, of the learner, and on the topics. */
    private double overall;

    private double overallLogit;
    private double ofLearner;
    private double ofTopics;

    private double probability;

    @Override
    public double predict(Moment moment) {
        if (!moment.isSameLearner) {
            describeLearner(moment);
        }
        if (!moment.isOnSameTopics) {
            describeTopics(moment);
        }
        describeQuestion(moment);
        describeSparsely(moment);
        double logit =
                moment.coreLogit + moment.parameters.dense.weighed(dense) + sparse.weighed(moment.parameters.sparse);
        probability = Logit.toProbability(logit);
        return logit;
    }

    @Override
    public void train(Moment moment, double score) {
        double error = probability - score;
        moment.parameters.dense.descend(dense, error, RATE, PATIENCE);
        sparse.descend(moment.parameters.sparse, error, RATE, PATIENCE);
    }

    @Override
    public void follow(Moment moment, double score) {
        LearnerMemory learner = moment.learner;
        double surprise = score - probability;
        learner.longSurprise = (float) (LONG_MEMORY * learner.longSurprise + LONG_STEP * surprise);
        learner.shortSurprise = (float) (SHORT_MEMORY * learner.shortSurprise + SHORT_STEP * surprise);
    }

    private void set(DenseFeature feature, double value) {
        dense.set(feature, value);
    }

    private void describeLearner(Moment moment) {
        LearnerMemory learner = moment.learner;
        set(ONE, 1);
        set(LEARNER_SUCCESSES, moment.logSuccesses);
        set(LEARNER_FAILURES, moment.logFailures);
        set(LEARNER_EXPERIENCE, EXPERIENCE_SCALE * StrictMath.log1p(learner.attempts));
        set(FIRST_ATTEMPT, learner.attempts == 0 ? 1 : 0);

        overall = moment.parameters.successRate();
        overallLogit = Logit.of(overall);
        ofLearner = shrunk(learner.score, learner.attempts, overall, LEARNER_PRIOR);
        set(LEARNER_RATE, Logit.of(ofLearner) - overallLogit);
        set(LEARNER_FAST_AVERAGE, learner.fastAverage - .5);
        set(LEARNER_STEADY_AVERAGE, learner.steadyAverage - .5);
        set(LEARNER_SLOW_AVERAGE, learner.slowAverage - .5);

        set(LAST_ANSWER, learner.lastAnswer(0));
        set(SECOND_LAST_ANSWER, learner.lastAnswer(1));
        set(THIRD_LAST_ANSWER, learner.lastAnswer(2));
        set(RIGHT_STREAK, StrictMath.log1p(Math.max(0, learner.streak)));
        set(WRONG_STREAK, StrictMath.log1p(Math.max(0, -learner.streak)));
        set(TIME_SINCE_LAST, logTime(moment.secondsSince(learner.lastSecond)));
    }

    private void describeTopics(Moment moment) {
        double successes = 0;
        double failures = 0;
        double learnerTopicLogit = 0;
        double fast = 0;
        double slow = 0;
        ofTopics = 0;
        for (int i = 0; i < moment.topicCount; i++) {
            TopicMemory memory = moment.topicMemories[i];
            TopicParameters topic = moment.topics[i];
            successes += moment.share * moment.logTopicSuccesses[i];
            failures += moment.share * moment.logTopicFailures[i];
            double onTopic = shrunk(memory.score, memory.attempts, ofLearner, LEARNER_TOPIC_PRIOR);
            learnerTopicLogit += moment.share * Logit.of(onTopic);
            ofTopics += moment.share * shrunk(topic.score, topic.attempts, overall, TOPIC_PRIOR);
            fast += moment.share * (memory.fastAverage - .5);
            slow += moment.share * (memory.slowAverage - .5);
        }
        set(TOPIC_SUCCESSES, successes);
        set(TOPIC_FAILURES, failures);
        set(LEARNER_TOPIC_RATE, learnerTopicLogit - overallLogit);
        set(TOPIC_RATE, Logit.of(ofTopics) - overallLogit);
        set(TOPIC_FAST_AVERAGE, fast);
        set(TOPIC_SLOW_AVERAGE, slow);
        set(TRACING_LOGIT, moment.tracingLogit - overallLogit);
        set(SEVERAL_TOPICS, moment.topicCount > 1 ? 1 : 0);

        TopicMemory first = moment.topicMemories[0];
        set(FIRST_ON_TOPIC, first.attempts == 0 ? 1 : 0);
        set(LAST_ON_TOPIC, first.lastAnswer(0));
        set(SECOND_LAST_ON_TOPIC, first.lastAnswer(1));
        set(SAME_TOPIC, moment.isSameTopic() ? 1 : 0);
        set(SAME_TOPIC_LAST_ANSWER, moment.isSameTopic() ? moment.learner.lastAnswer(0) : 0);
        set(ATTEMPTS_SINCE_TOPIC, StrictMath.log1p(moment.attemptsSinceTopic()));
        set(TIME_SINCE_TOPIC, logTime(moment.secondsSince(first.lastSecond)));
    }

    private void describeQuestion(Moment moment) {
        QuestionParameters question = moment.question;
        set(QUESTION_SUCCESSES, moment.logQuestionSuccesses);
        set(QUESTION_FAILURES, moment.logQuestionFailures);
        set(QUESTION_EXPERIENCE, EXPERIENCE_SCALE * StrictMath.log1p(question.attempts));
        double ofQuestion = shrunk(question.score, question.attempts, ofTopics, QUESTION_PRIOR);
        set(QUESTION_RATE, Logit.of(ofQuestion) - overallLogit);
        set(LAST_ON_QUESTION, moment.questionMemory.lastAnswer());
        set(SAME_QUESTION, moment.isSameQuestion() ? 1 : 0);
        set(SAME_QUESTION_LAST_ANSWER, moment.isSameQuestion() ? moment.learner.lastAnswer(0) : 0);
        set(ATTEMPTS_SINCE_QUESTION, StrictMath.log1p(moment.attemptsSinceQuestion()));
        set(TIME_SINCE_QUESTION, logTime(moment.secondsSince(moment.questionMemory.lastSecond)));
        set(CORE_LOGIT, moment.coreLogit - overallLogit);
        set(CORE_VARIANCE, moment.coreVariance);
        set(ELO_LOGIT, moment.eloLogit);
    }

    private static double shrunk(double score, double attempts, double toward, double prior) {
        return (score + prior * toward) / (attempts + prior);
    }

    private static double logTime(double seconds) {
        return seconds <= 0 ? 0 : TIME_SCALE * StrictMath.log1p(seconds);
    }

    /** Always the same ones in the same order, so that each stays in its place while it is the same. */
    private void describeSparsely(Moment moment) {
        sparse.begin();
        LearnerMemory learner = moment.learner;
        long question = moment.question.key;
        long topic = moment.topics[0].key;
        TopicMemory onTopic = moment.topicMemories[0];
        int last = learner.lastAnswer(0);
        int tries = moment.questionMemory.attempts;
        int lastOnQuestion = moment.questionMemory.lastAnswer();
        int same = (moment.isSameQuestion() ? 1 : 0) + (moment.isSameTopic() ? 2 : 0);
        double ability = dense.get(CORE_LOGIT);

        add(moment, QUESTION, question, 0, 1);
        add(moment, QUESTION_AFTER_ANSWER, question, last, 1);
        add(moment, QUESTION_DISCRIMINATION, question, 0, ability);
        add(moment, QUESTION_TRIES, question, triesAndLast(Math.min(MOST_TRIES, tries), lastOnQuestion), 1);
        add(moment, QUESTION_AND_TOPIC_PATTERN, question, Answers.pattern(onTopic.answers, onTopic.attempts, 2), 1);
        addOfTopics(moment, LEARNER_PATTERN, Answers.pattern(learner.answers, learner.attempts, 6), 0, 1);
        add(moment, SAME_AND_PATTERN, Answers.pattern(learner.answers, learner.attempts, 3), same, 1);
        addOfTopics(
                moment,
                FIRST_TOPIC_PATTERN_AND_GAP,
                Answers.pattern(onTopic.answers, onTopic.attempts, 5),
                Gap.ofAttempts(moment.attemptsSinceTopic()),
                1);
        add(
                moment,
                TRIES_AND_GAP,
                triesAndLast(Math.min(MOST_TRIES_WITH_GAP, tries), lastOnQuestion),
                Gap.ofAttempts(moment.attemptsSinceQuestion()),
                1);
        if (learner.attempts > 0) {
            add(moment, QUESTION_AFTER_QUESTION, StableHash.of(learner.lastQuestion, question, 0), last, 1);
            addOfTopics(moment, TOPIC_AFTER_TOPIC, StableHash.of(learner.lastTopic, topic, 0), last, 1);
        }
        for (int i = 0; i < moment.topicCount; i++) {
            TopicMemory memory = moment.topicMemories[i];
            long key = moment.topics[i].key;
            addOfTopics(moment, TOPIC, key, 0, 1);
            addOfTopics(moment, SUCCESSES_ON_TOPIC, key, 0, moment.logTopicSuccesses[i]);
            addOfTopics(moment, FAILURES_ON_TOPIC, key, 0, moment.logTopicFailures[i]);
            addOfTopics(moment, TOPIC_PATTERN, key, Answers.pattern(memory.answers, memory.attempts, 3), 1);
            addOfTopics(moment, TOPIC_DISCRIMINATION, key, 0, moment.share * ability);
        }
        describePauses(moment);
    }

    private void describePauses(Moment moment) {
        if (!moment.isDated()) {
            forgetRecentCounts(moment);
            return;
        }
        TopicMemory onTopic = moment.topicMemories[0];
        int pause = Gap.ofTime(moment.secondsSince(moment.learner.lastSecond));
        int pauseOnTopic = Gap.ofTime(moment.secondsSince(onTopic.lastSecond));
        int pauseOnQuestion = Gap.ofTime(moment.secondsSince(moment.questionMemory.lastSecond));
        int lastOnTopic = onTopic.lastAnswer(0);
        addOfTopics(moment, LAST_ANSWER_AND_PAUSE, pause, moment.learner.lastAnswer(0), 1);
        addOfTopics(moment, LAST_ON_TOPIC_AND_PAUSE, pauseOnTopic, lastOnTopic, 1);
        add(moment, LAST_ON_QUESTION_AND_PAUSE, pauseOnQuestion, moment.questionMemory.lastAnswer(), 1);
        addOfTopics(moment, TOPIC_AND_PAUSE, moment.topics[0].key, triesAndLast(pauseOnTopic, lastOnTopic), 1);
        if (moment.isOnSameTopics) {
            sparse.keep(2 * Horizon.ALL.length * moment.topicCount);
        } else {
            describeRecentCounts(moment);
        }
    }

    private void forgetRecentCounts(Moment moment) {
        if (!moment.isOnSameTopics) {
            for (Horizon horizon : Horizon.ALL) {
                set(horizon.attemptsFeature, 0);
                set(horizon.scoreFeature, 0);
            }
        }
    }

    private void describeRecentCounts(Moment moment) {
        forgetRecentCounts(moment);
        for (int i = 0; i < moment.topicCount; i++) {
            describeRecentCounts(moment, i);
        }
    }

    private void describeRecentCounts(Moment moment, int place) {
        RecentCounts recent = moment.topicMemories[place].recent;
        double elapsed = moment.secondsSince(moment.topicMemories[place].lastSecond);
        long topic = moment.topics[place].key;
        for (int i = 0; i < Horizon.ALL.length; i++) {
            Horizon horizon = Horizon.ALL[i];
            double left = horizon.left(elapsed);
            double attempts = moment.share * StrictMath.log1p(left * recent.attempts[i]);
            double score = moment.share * StrictMath.log1p(left * recent.scores[i]);
            set(horizon.attemptsFeature, dense.get(horizon.attemptsFeature) + attempts);
            set(horizon.scoreFeature, dense.get(horizon.scoreFeature) + score);
            add(moment, RECENT_ATTEMPTS_ON_TOPIC, topic, i, attempts);
            add(moment, RECENT_SCORE_ON_TOPIC, topic, i, score);
        }
    }

    private void add(Moment moment, SparseGroup group, long what, long which, double value) {
        sparse.add(moment.parameters.sparse, group, what, which, value);
    }

    /** What does not depend on the question. */
    private void addOfTopics(Moment moment, SparseGroup group, long what, long which, double value) {
        if (moment.isOnSameTopics) {
            sparse.keepWith(value);
        } else {
            add(moment, group, what, which, value);
        }
    }

    private static int triesAndLast(int tries, int last) {
        return 3 * tries + last + 1;
    }
}
