package dev.weakspot.model.lean;

import dev.weakspot.model.Logit;

/**
 * Best-LR, learned as the answers come: a logistic regression on the question, its topics, and the logarithms of how often the
 * learner has been right and wrong in all, on the question and on each topic (T. Gervet et al., "When is deep learning the best
 * approach to knowledge tracing?", Journal of Educational Data Mining 12, 2020). The counts by topic are those of P. Pavlik et
 * al., "Performance factors analysis", AIED 2009.
 */
final class BestLogistic implements Part {

    private static final double RATE = .3;
    private static final double PATIENCE = 1;

    /** What a topic has weights for. */
    enum TopicFeature {
        ONE,
        SUCCESSES,
        FAILURES
    }

    /** What a question has a weight for. */
    enum QuestionFeature {
        ONE
    }

    /** What has one weight for all. */
    enum CommonFeature {
        ONE,
        SUCCESSES,
        FAILURES,
        SUCCESSES_ON_QUESTION,
        FAILURES_ON_QUESTION
    }

    private final Features<CommonFeature> common = new Features<>(CommonFeature.class);
    private final Features<TopicFeature> onTopic = new Features<>(TopicFeature.class);
    private double logit;

    @Override
    public double predict(Moment moment) {
        common.set(CommonFeature.ONE, 1);
        common.set(CommonFeature.SUCCESSES, moment.logSuccesses);
        common.set(CommonFeature.FAILURES, moment.logFailures);
        common.set(CommonFeature.SUCCESSES_ON_QUESTION, moment.logQuestionSuccesses);
        common.set(CommonFeature.FAILURES_ON_QUESTION, moment.logQuestionFailures);
        logit = moment.question.best.value(QuestionFeature.ONE) + moment.parameters.best.weighed(common);
        for (int i = 0; i < moment.topicCount; i++) {
            describeTopic(moment, i);
            logit += moment.topics[i].best.weighed(onTopic);
        }
        return logit;
    }

    @Override
    public void train(Moment moment, double score) {
        double error = Logit.toProbability(logit) - score;
        moment.question.best.descend(QuestionFeature.ONE, error, RATE, PATIENCE);
        moment.parameters.best.descend(common, error, RATE, PATIENCE);
        for (int i = 0; i < moment.topicCount; i++) {
            describeTopic(moment, i);
            moment.topics[i].best.descend(onTopic, error, RATE, PATIENCE);
        }
    }

    /** Believes nothing of a learner beyond what is counted anyway. */
    @Override
    public void follow(Moment moment, double score) {}

    private void describeTopic(Moment moment, int place) {
        onTopic.set(TopicFeature.ONE, 1);
        onTopic.set(TopicFeature.SUCCESSES, moment.logTopicSuccesses[place]);
        onTopic.set(TopicFeature.FAILURES, moment.logTopicFailures[place]);
    }
}
