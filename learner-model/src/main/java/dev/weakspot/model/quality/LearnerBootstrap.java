package dev.weakspot.model.quality;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How far qualities might have come out otherwise with other learners of the same kind: 95 % intervals by drawing learners with
 * replacement. Whole learners, because one learner's answers hang together (C. Field and A. Welsh, "Bootstrapping clustered data",
 * Journal of the Royal Statistical Society B 69, 2007).
 */
public final class LearnerBootstrap {

    private static final int BINS = PredictionLog.BINS;
    private static final double TAIL = .025;

    private final double[] predicted;
    private final boolean[] successes;
    private final int[] learners;
    private final int learnerCount;

    /** The places of predictions, the lowest prediction first. */
    private final int[] ascending;

    // Sums over one learner's predictions, so that a draw needs only to add them up.
    private final int[] predictions;
    private final double[] loss;
    private final double[] squaredError;
    private final double[] predictedInBin;
    private final int[] successesInBin;

    /**
     * @param learners whose each prediction was, as numbers from 0 on
     */
    public LearnerBootstrap(double[] predicted, boolean[] successes, int[] learners) {
        this.predicted = predicted;
        this.successes = successes;
        this.learners = learners;
        learnerCount = 1 + Arrays.stream(learners).max().orElse(-1);
        ascending = ascending(predicted);
        predictions = new int[learnerCount];
        loss = new double[learnerCount];
        squaredError = new double[learnerCount];
        predictedInBin = new double[BINS * learnerCount];
        successesInBin = new int[BINS * learnerCount];
        for (int i = 0; i < predicted.length; i++) {
            add(learners[i], predicted[i], successes[i]);
        }
    }

    private void add(int learner, double chance, boolean isSuccess) {
        int success = isSuccess ? 1 : 0;
        int bin = BINS * learner + PredictionLog.bin(chance);
        predictions[learner]++;
        loss[learner] += PredictionLog.loss(chance, success);
        squaredError[learner] += (chance - success) * (chance - success);
        predictedInBin[bin] += chance;
        successesInBin[bin] += success;
    }

    /** Intervals from so many draws of all learners. */
    public Intervals intervals(int draws, SplittableRandom random) {
        double[] auc = new double[draws];
        double[] logLoss = new double[draws];
        double[] brier = new double[draws];
        double[] ece = new double[draws];
        int[] times = new int[learnerCount];
        for (int draw = 0; draw < draws; draw++) {
            Arrays.fill(times, 0);
            for (int i = 0; i < learnerCount; i++) {
                times[random.nextInt(learnerCount)]++;
            }
            double total = Math.max(1, weighed(times, predictions));
            auc[draw] = areaUnderCurve(times);
            logLoss[draw] = weighed(times, loss) / total;
            brier[draw] = weighed(times, squaredError) / total;
            ece[draw] = calibrationError(times) / total;
        }
        return new Intervals(middle(auc), middle(logLoss), middle(brier), middle(ece));
    }

    private double areaUnderCurve(int[] times) {
        double inOrder = 0;
        double successesSoFar = 0;
        double failuresSoFar = 0;
        int start = 0;
        while (start < ascending.length) {
            double tiedSuccesses = 0;
            double tiedFailures = 0;
            int end = start;
            while (end < ascending.length && coarse(ascending[end]) == coarse(ascending[start])) {
                int place = ascending[end++];
                if (successes[place]) {
                    tiedSuccesses += times[learners[place]];
                } else {
                    tiedFailures += times[learners[place]];
                }
            }
            inOrder += tiedSuccesses * (failuresSoFar + tiedFailures / 2);
            successesSoFar += tiedSuccesses;
            failuresSoFar += tiedFailures;
            start = end;
        }
        double pairs = successesSoFar * failuresSoFar;
        return pairs == 0 ? .5 : inOrder / pairs;
    }

    /** What differs by less than a float can tell counts as the same prediction. */
    private float coarse(int place) {
        return (float) predicted[place];
    }

    private double calibrationError(int[] times) {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double excess = 0;
            for (int learner = 0; learner < learnerCount; learner++) {
                int cell = BINS * learner + bin;
                excess += times[learner] * (predictedInBin[cell] - successesInBin[cell]);
            }
            error += Math.abs(excess);
        }
        return error;
    }

    private static double weighed(int[] times, double[] sums) {
        double total = 0;
        for (int i = 0; i < times.length; i++) {
            total += times[i] * sums[i];
        }
        return total;
    }

    private static double weighed(int[] times, int[] counts) {
        double total = 0;
        for (int i = 0; i < times.length; i++) {
            total += (double) times[i] * counts[i];
        }
        return total;
    }

    private static Interval middle(double[] values) {
        Arrays.sort(values);
        int cut = (int) (TAIL * values.length);
        return new Interval(values[cut], values[values.length - 1 - cut]);
    }

    private static int[] ascending(double[] predicted) {
        long[] keys = new long[predicted.length];
        for (int i = 0; i < keys.length; i++) {
            // Non-negative floats sort like their bits.
            keys[i] = ((long) Float.floatToRawIntBits((float) predicted[i]) << 32) | i;
        }
        Arrays.sort(keys);
        int[] places = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            places[i] = (int) keys[i];
        }
        return places;
    }

    /** 95 % intervals of what {@link Quality} tells. */
    public record Intervals(Interval auc, Interval logLoss, Interval brier, Interval ece) {}
}
