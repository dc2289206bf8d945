package dev.weakspot.model.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weakspot.model.quality.LearnerBootstrap.Intervals;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LearnerBootstrapTest {

    /** Of one learner, every draw is the learner again. */
    @Test
    void aSingleLearnerLeavesNoRoom() {
        Sample sample = new Sample(500, 1, 7);

        Intervals intervals = sample.intervals();

        Quality quality = sample.quality();
        assertThat(intervals.auc().low()).isCloseTo(quality.auc(), within(1e-6));
        assertThat(intervals.auc().high()).isCloseTo(quality.auc(), within(1e-6));
        assertThat(intervals.logLoss().low()).isCloseTo(quality.logLoss(), within(1e-12));
        assertThat(intervals.brier().high()).isCloseTo(quality.brier(), within(1e-12));
        assertThat(intervals.ece().high()).isCloseTo(quality.ece(), within(1e-12));
    }

    @Test
    void theIntervalHoldsWhatWasMeasuredAndNarrowsWithLearners() {
        Sample few = new Sample(4_000, 20, 7);
        Sample many = new Sample(4_000, 1_000, 7);

        Interval ofFew = few.intervals().logLoss();
        Interval ofMany = many.intervals().logLoss();

        assertThat(few.quality().logLoss()).isBetween(ofFew.low(), ofFew.high());
        assertThat(many.quality().logLoss()).isBetween(ofMany.low(), ofMany.high());
        assertThat(ofMany.high() - ofMany.low()).isLessThan(ofFew.high() - ofFew.low());
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        Sample sample = new Sample(1_000, 50, 3);

        assertThat(sample.intervals()).isEqualTo(sample.intervals());
    }

    /** Predictions that are right on average; learners differ in how often they succeed. */
    private static final class Sample {

        private final double[] predicted;
        private final boolean[] successes;
        private final int[] learners;

        Sample(int size, int learnerCount, long seed) {
            Random random = new Random(seed);
            double[] gifts = random.doubles(learnerCount, -.3, .3).toArray();
            predicted = new double[size];
            successes = new boolean[size];
            learners = new int[size];
            for (int i = 0; i < size; i++) {
                learners[i] = i % learnerCount;
                predicted[i] = .3 + .4 * random.nextDouble();
                successes[i] = random.nextDouble() < predicted[i] + gifts[learners[i]];
            }
        }

        Intervals intervals() {
            return new LearnerBootstrap(predicted, successes, learners).intervals(200, new SplittableRandom(1));
        }

        Quality quality() {
            PredictionLog log = new PredictionLog();
            for (int i = 0; i < predicted.length; i++) {
                log.add(predicted[i], successes[i] ? 1 : 0);
            }
            return log.quality();
        }
    }
}
