package dev.weakspot.model.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects predictions with what happened, and scores them all. Takes eight bytes each. Not for several threads.
 *
 * <p>AUC by ranks: J. Hanley and B. McNeil, "The meaning and use of the area under a receiver operating characteristic (ROC)
 * curve", Radiology 143 (1982). Brier score: G. Brier, "Verification of forecasts expressed in terms of probability", Monthly
 * Weather Review 78 (1950). Calibration error: M. Naeini et al., "Obtaining well calibrated probabilities using Bayesian
 * binning", AAAI 2015.
 */
public final class PredictionLog {

    /** From this score on an answer counts as a success. */
    public static final double SUCCESS = .5;

    static final int BINS = 15;
    private static final double SUREST = 1e-6;

    /** Non-negative doubles sort like their bits; the lowest bit, far below any meaning, holds the outcome. */
    private long[] outcomes = new long[1024];

    private int size;
    private int successes;
    private double loss;
    private double squaredError;
    private final double[] predictedInBin = new double[BINS];
    private final int[] successesInBin = new int[BINS];
    private final int[] predictionsInBin = new int[BINS];

    public void add(double predicted, double score) {
        if (!(predicted >= 0 && predicted <= 1)) {
            throw new IllegalArgumentException("A prediction lies in [0, 1], and this is " + predicted + ".");
        }
        int success = score >= SUCCESS ? 1 : 0;
        if (size == outcomes.length) {
            outcomes = Arrays.copyOf(outcomes, 2 * size);
        }
        outcomes[size++] = (Double.doubleToRawLongBits(predicted) & ~1L) | success;
        successes += success;
        loss += loss(predicted, success);
        squaredError += (predicted - success) * (predicted - success);
        int bin = bin(predicted);
        predictedInBin[bin] += predicted;
        successesInBin[bin] += success;
        predictionsInBin[bin]++;
    }

    static double loss(double predicted, int success) {
        return -StrictMath.log(Math.clamp(success == 1 ? predicted : 1 - predicted, SUREST, 1 - SUREST));
    }

    static int bin(double predicted) {
        return Math.min(BINS - 1, (int) (predicted * BINS));
    }

    public Quality quality() {
        if (size == 0) {
            return new Quality(0, .5, StrictMath.log(2), .25, 0, .5);
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(predictedInBin[bin] - successesInBin[bin]);
        }
        return new Quality(
                size, areaUnderCurve(), loss / size, squaredError / size, error / size, (double) successes / size);
    }

    /** The bins that hold predictions, the lowest first. */
    public List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int count = predictionsInBin[bin];
            if (count > 0) {
                bins.add(new Bin(count, predictedInBin[bin] / count, (double) successesInBin[bin] / count));
            }
        }
        return bins;
    }

    /** Predictions of about the same size: what they said on average, and the share that came true. */
    public record Bin(int predictions, double predicted, double observed) {}

    private double areaUnderCurve() {
        long failures = (long) size - successes;
        if (successes == 0 || failures == 0) {
            return .5;
        }
        long[] sorted = Arrays.copyOf(outcomes, size);
        Arrays.sort(sorted);
        double rankSum = 0;
        int start = 0;
        while (start < size) {
            int end = start;
            int tiedSuccesses = 0;
            while (end < size && (sorted[end] & ~1L) == (sorted[start] & ~1L)) {
                tiedSuccesses += (int) (sorted[end] & 1);
                end++;
            }
            double sharedRank = (start + 1 + end) / 2.0;
            rankSum += tiedSuccesses * sharedRank;
            start = end;
        }
        double least = successes * (successes + 1.0) / 2;
        return (rankSum - least) / ((double) successes * failures);
    }
}
