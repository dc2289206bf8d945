package dev.weakspot.model.lean;

import static dev.weakspot.model.lean.DenseFeature.*;
import static dev.weakspot.model.lean.SparseGroup.*;

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
    private double probability;

    @Override
    public double predict(Moment moment) {
        describeCounts(moment);
        describeRates(moment);
        describeAnswers(moment);
        describeTimes(moment);
        describeOpinions(moment);
        describeSparsely(moment);
        describeRecentCounts(moment);
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

    private void describeCounts(Moment moment) {
        LearnerMemory learner = moment.learner;
        double topicSuccesses = 0;
        double topicFailures = 0;
        for (int i = 0; i < moment.topicCount; i++) {
            topicSuccesses += moment.share * moment.logTopicSuccesses[i];
            topicFailures += moment.share * moment.logTopicFailures[i];
        }
        set(ONE, 1);
        set(LEARNER_SUCCESSES, moment.logSuccesses);
        set(LEARNER_FAILURES, moment.logFailures);
        set(TOPIC_SUCCESSES, topicSuccesses);
        set(TOPIC_FAILURES, topicFailures);
        set(QUESTION_SUCCESSES, moment.logQuestionSuccesses);
        set(QUESTION_FAILURES, moment.logQuestionFailures);
        set(QUESTION_EXPERIENCE, EXPERIENCE_SCALE * StrictMath.log1p(moment.question.attempts));
        set(LEARNER_EXPERIENCE, EXPERIENCE_SCALE * StrictMath.log1p(learner.attempts));
        set(FIRST_ATTEMPT, learner.attempts == 0 ? 1 : 0);
        set(FIRST_ON_TOPIC, moment.topicMemories[0].attempts == 0 ? 1 : 0);
        set(SEVERAL_TOPICS, moment.topicCount > 1 ? 1 : 0);
    }

    private void describeRates(Moment moment) {
        LearnerMemory learner = moment.learner;
        double overall = moment.parameters.successRate();
        double overallLogit = Logit.of(overall);
        double ofLearner = shrunk(learner.score, learner.attempts, overall, LEARNER_PRIOR);
        double learnerTopicLogit = 0;
        double ofTopics = 0;
        double fast = 0;
        double slow = 0;
        for (int i = 0; i < moment.topicCount; i++) {
            TopicMemory memory = moment.topicMemories[i];
            TopicParameters topic = moment.topics[i];
            double onTopic = shrunk(memory.score, memory.attempts, ofLearner, LEARNER_TOPIC_PRIOR);
            learnerTopicLogit += moment.share * Logit.of(onTopic);
            ofTopics += moment.share * shrunk(topic.score, topic.attempts, overall, TOPIC_PRIOR);
            fast += moment.share * (memory.fastAverage - .5);
            slow += moment.share * (memory.slowAverage - .5);
        }
        double ofQuestion = shrunk(moment.question.score, moment.question.attempts, ofTopics, QUESTION_PRIOR);
        set(LEARNER_RATE, Logit.of(ofLearner) - overallLogit);
        set(LEARNER_TOPIC_RATE, learnerTopicLogit - overallLogit);
        set(QUESTION_RATE, Logit.of(ofQuestion) - overallLogit);
        set(TOPIC_RATE, Logit.of(ofTopics) - overallLogit);
        set(TOPIC_FAST_AVERAGE, fast);
        set(TOPIC_SLOW_AVERAGE, slow);
        set(LEARNER_FAST_AVERAGE, learner.fastAverage - .5);
        set(LEARNER_STEADY_AVERAGE, learner.steadyAverage - .5);
        set(LEARNER_SLOW_AVERAGE, learner.slowAverage - .5);
        set(CORE_LOGIT, moment.coreLogit - overallLogit);
        set(TRACING_LOGIT, moment.tracingLogit - overallLogit);
    }

    private static double shrunk(double score, double attempts, double toward, double prior) {
        return (score + prior * toward) / (attempts + prior);
    }

    private void describeAnswers(Moment moment) {
        LearnerMemory learner = moment.learner;
        TopicMemory first = moment.topicMemories[0];
        int last = learner.lastAnswer(0);
        set(LAST_ANSWER, last);
        set(SECOND_LAST_ANSWER, learner.lastAnswer(1));
        set(THIRD_LAST_ANSWER, learner.lastAnswer(2));
        set(LAST_ON_TOPIC, first.lastAnswer(0));
        set(SECOND_LAST_ON_TOPIC, first.lastAnswer(1));
        set(LAST_ON_QUESTION, moment.questionMemory.lastAnswer());
        set(RIGHT_STREAK, StrictMath.log1p(Math.max(0, learner.streak)));
        set(WRONG_STREAK, StrictMath.log1p(Math.max(0, -learner.streak)));
        set(SAME_QUESTION, moment.isSameQuestion() ? 1 : 0);
        set(SAME_QUESTION_LAST_ANSWER, moment.isSameQuestion() ? last : 0);
        set(SAME_TOPIC, moment.isSameTopic() ? 1 : 0);
        set(SAME_TOPIC_LAST_ANSWER, moment.isSameTopic() ? last : 0);
    }

    private void describeTimes(Moment moment) {
        set(ATTEMPTS_SINCE_TOPIC, StrictMath.log1p(moment.attemptsSinceTopic()));
        set(ATTEMPTS_SINCE_QUESTION, StrictMath.log1p(moment.attemptsSinceQuestion()));
        set(TIME_SINCE_LAST, logTime(moment.secondsSince(moment.learner.lastSecond)));
        set(TIME_SINCE_TOPIC, logTime(moment.secondsSince(moment.topicMemories[0].lastSecond)));
        set(TIME_SINCE_QUESTION, logTime(moment.secondsSince(moment.questionMemory.lastSecond)));
    }

    private static double logTime(double seconds) {
        return seconds <= 0 ? 0 : TIME_SCALE * StrictMath.log1p(seconds);
    }

    private void describeOpinions(Moment moment) {
        set(CORE_VARIANCE, moment.coreVariance);
        set(ELO_LOGIT, moment.eloLogit);
    }

    private void describeSparsely(Moment moment) {
        sparse.clear();
        LearnerMemory learner = moment.learner;
        long question = moment.question.key;
        long topic = moment.topics[0].key;
        TopicMemory onTopic = moment.topicMemories[0];
        int last = learner.lastAnswer(0);
        int gap = Gap.ofAttempts(moment.attemptsSinceTopic());
        int tries = moment.questionMemory.attempts;
        int lastOnQuestion = moment.questionMemory.lastAnswer();
        int same = (moment.isSameQuestion() ? 1 : 0) + (moment.isSameTopic() ? 2 : 0);
        double ability = dense.get(CORE_LOGIT);

        add(moment, QUESTION, question, 0, 1);
        add(moment, QUESTION_AFTER_ANSWER, question, last, 1);
        add(moment, QUESTION_DISCRIMINATION, question, 0, ability);
        add(moment, QUESTION_TRIES, question, triesAndLast(Math.min(MOST_TRIES, tries), lastOnQuestion), 1);
        add(moment, QUESTION_AND_TOPIC_PATTERN, question, Answers.pattern(onTopic.answers, onTopic.attempts, 2), 1);
        add(moment, LEARNER_PATTERN, Answers.pattern(learner.answers, learner.attempts, 6), 0, 1);
        add(moment, SAME_AND_PATTERN, Answers.pattern(learner.answers, learner.attempts, 3), same, 1);
        add(moment, FIRST_TOPIC_PATTERN_AND_GAP, Answers.pattern(onTopic.answers, onTopic.attempts, 5), gap, 1);
        add(
                moment,
                TRIES_AND_GAP,
                triesAndLast(Math.min(MOST_TRIES_WITH_GAP, tries), lastOnQuestion),
                Gap.ofAttempts(moment.attemptsSinceQuestion()),
                1);
        if (learner.attempts > 0) {
            add(moment, QUESTION_AFTER_QUESTION, StableHash.of(learner.lastQuestion, question, 0), last, 1);
            add(moment, TOPIC_AFTER_TOPIC, StableHash.of(learner.lastTopic, topic, 0), last, 1);
        }
        for (int i = 0; i < moment.topicCount; i++) {
            TopicMemory memory = moment.topicMemories[i];
            long key = moment.topics[i].key;
            add(moment, TOPIC, key, 0, 1);
            add(moment, SUCCESSES_ON_TOPIC, key, 0, moment.logTopicSuccesses[i]);
            add(moment, FAILURES_ON_TOPIC, key, 0, moment.logTopicFailures[i]);
            add(moment, TOPIC_PATTERN, key, Answers.pattern(memory.answers, memory.attempts, 3), 1);
            add(moment, TOPIC_DISCRIMINATION, key, 0, moment.share * ability);
        }
    }

    private void describeRecentCounts(Moment moment) {
        for (Horizon horizon : Horizon.ALL) {
            set(horizon.attemptsFeature, 0);
            set(horizon.scoreFeature, 0);
        }
        if (!moment.isDated()) {
            return;
        }
        TopicMemory onTopic = moment.topicMemories[0];
        int pauseOnTopic = Gap.ofTime(moment.secondsSince(onTopic.lastSecond));
        int lastOnTopic = onTopic.lastAnswer(0);
        int pause = Gap.ofTime(moment.secondsSince(moment.learner.lastSecond));
        int pauseOnQuestion = Gap.ofTime(moment.secondsSince(moment.questionMemory.lastSecond));
        add(moment, LAST_ANSWER_AND_PAUSE, pause, moment.learner.lastAnswer(0), 1);
        add(moment, LAST_ON_TOPIC_AND_PAUSE, pauseOnTopic, lastOnTopic, 1);
        add(moment, LAST_ON_QUESTION_AND_PAUSE, pauseOnQuestion, moment.questionMemory.lastAnswer(), 1);
        add(moment, TOPIC_AND_PAUSE, moment.topics[0].key, triesAndLast(pauseOnTopic, lastOnTopic), 1);
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

    private static int triesAndLast(int tries, int last) {
        return 3 * tries + last + 1;
    }
}
