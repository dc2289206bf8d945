package dev.weakspot.model.lean;

import dev.weakspot.model.Logit;

/**
 * {@link dev.weakspot.model.bayes.BayesianElo} in the memory that the other parts share, without garbage: see there for the
 * mathematics and its sources.
 */
final class BayesianCore implements Part {

    private static final double GENERAL_DRIFT = .003;
    private static final double LEVEL_DRIFT = .01;
    private static final double MOST_DOUBT = 2;
    private static final double LEAST_DOUBT = .001;
    private static final double LEAST_DOUBT_ABOUT_BIAS = 1e-5;

    private double mean;
    private double variance;

    @Override
    public double predict(Moment moment) {
        LearnerMemory learner = moment.learner;
        QuestionParameters question = moment.question;
        double share = moment.share;
        mean = moment.parameters.bias + learner.level - question.difficulty;
        variance = learner.variance + question.difficultyVariance;
        for (int i = 0; i < moment.topicCount; i++) {
            TopicParameters topic = moment.topics[i];
            mean += share * (moment.levels[i] + topic.ease);
            variance += share * share * (moment.variances[i] + topic.easeVariance);
        }
        return mean / Math.sqrt(1 + Math.PI * variance / 8);
    }

    double variance() {
        return variance;
    }

    @Override
    public void train(Moment moment, double score) {
        double gain = gain(score);
        double curvature = curvature();
        double share = moment.share;
        Parameters all = moment.parameters;
        all.bias += all.biasVariance * gain;
        all.biasVariance = Math.max(LEAST_DOUBT_ABOUT_BIAS, sharpened(all.biasVariance, curvature));
        QuestionParameters question = moment.question;
        question.difficulty -= question.difficultyVariance * gain;
        question.difficultyVariance = Math.max(LEAST_DOUBT, sharpened(question.difficultyVariance, curvature));
        for (int i = 0; i < moment.topicCount; i++) {
            TopicParameters topic = moment.topics[i];
            topic.ease += share * topic.easeVariance * gain;
            topic.easeVariance = Math.max(LEAST_DOUBT, sharpened(topic.easeVariance, share * share * curvature));
        }
    }

    @Override
    public void follow(Moment moment, double score) {
        double gain = gain(score);
        double curvature = curvature();
        double share = moment.share;
        LearnerMemory learner = moment.learner;
        learner.level += (float) (learner.variance * gain);
        learner.variance = (float) Math.min(MOST_DOUBT, sharpened(learner.variance, curvature) + GENERAL_DRIFT);
        for (int i = 0; i < moment.topicCount; i++) {
            TopicMemory topic = moment.topicMemories[i];
            double before = moment.variances[i];
            double sharpened = sharpened(before, share * share * curvature);
            topic.level = (float) (moment.levels[i] + share * before * gain);
            topic.variance = (float) Math.min(MOST_DOUBT, sharpened + LEVEL_DRIFT);
        }
    }

    private double gain(double score) {
        double expected = Logit.toProbability(mean);
        return (score - expected) / (1 + expected * (1 - expected) * variance);
    }

    private double curvature() {
        double expected = Logit.toProbability(mean);
        double slope = expected * (1 - expected);
        return slope / (1 + slope * variance);
    }

    private static double sharpened(double variance, double curvature) {
        return variance - variance * variance * curvature;
    }
}
