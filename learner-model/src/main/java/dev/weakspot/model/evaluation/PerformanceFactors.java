package dev.weakspot.model.evaluation;

import dev.weakspot.model.TopicSlug;
import java.util.HashMap;
import java.util.Map;

/**
 * Performance factors analysis: logistic regression on each topic's ease and the learner's successes and failures on it (P.
 * Pavlik, H. Cen and K. Koedinger, "Performance factors analysis: a new alternative to knowledge tracing", AIED 2009), with
 * logarithms of the counts and learned in one pass by AdaGrad like the other regressions here.
 */
final class PerformanceFactors implements Contender {

    private static final double RATE = .3;
    private static final double PATIENCE = 1;

    private final Weight bias = new Weight();
    private final Map<TopicSlug, Factors> topics = new HashMap<>();
    private final Map<Integer, Map<TopicSlug, Tally>> learners = new HashMap<>();

    @Override
    public double learn(Answer answer) {
        double expected = expected(answer);
        double error = expected - answer.attempt().score();
        bias.descend(error);
        for (TopicSlug topic : answer.attempt().question().topics()) {
            Tally past = tally(answer.learner(), topic);
            Factors factors = factors(topic);
            factors.ease.descend(error);
            factors.successes.descend(error * StrictMath.log1p(past.score()));
            factors.failures.descend(error * StrictMath.log1p(past.failures()));
        }
        remember(answer);
        return expected;
    }

    @Override
    public double follow(Answer answer) {
        double expected = expected(answer);
        remember(answer);
        return expected;
    }

    private double expected(Answer answer) {
        double logit = bias.value;
        for (TopicSlug topic : answer.attempt().question().topics()) {
            Tally past = tally(answer.learner(), topic);
            Factors factors = factors(topic);
            logit += factors.ease.value
                    + factors.successes.value * StrictMath.log1p(past.score())
                    + factors.failures.value * StrictMath.log1p(past.failures());
        }
        return 1 / (1 + StrictMath.exp(-logit));
    }

    private void remember(Answer answer) {
        answer.attempt().question().topics().forEach(topic -> tally(answer.learner(), topic)
                .add(answer.attempt().score()));
    }

    private Factors factors(TopicSlug topic) {
        return topics.computeIfAbsent(topic, _ -> new Factors());
    }

    private Tally tally(int learner, TopicSlug topic) {
        return learners.computeIfAbsent(learner, _ -> new HashMap<>()).computeIfAbsent(topic, _ -> new Tally());
    }

    private static final class Factors {
        private final Weight ease = new Weight();
        private final Weight successes = new Weight();
        private final Weight failures = new Weight();
    }

    private static final class Weight {

        private double value;
        private double squares;

        void descend(double gradient) {
            squares += gradient * gradient;
            value -= RATE * gradient / Math.sqrt(squares + PATIENCE);
        }
    }
}
