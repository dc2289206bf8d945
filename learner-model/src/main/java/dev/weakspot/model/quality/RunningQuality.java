package dev.weakspot.model.quality;

import java.nio.ByteBuffer;

/**
 * How good predictions have been, all of them and lately, in constant memory: what {@link PredictionLog} says exactly, this says
 * from counts of predictions of about the same size. The area under the curve is right to about .001, the calibration error to .003.
 *
 * <p>Belongs to one thread; {@link #toBytes()} and {@link #of} carry it through a database.
 */
public final class RunningQuality {

    /** After so many predictions, one counts half among the recent ones. */
    public static final int HALF_LIFE = 10_000;

    private static final byte VERSION = 1;
    private static final int BINS_IN_ONE = 14;
    private static final int BINS = PredictionLog.BINS * BINS_IN_ONE;
    private static final double GROWTH = StrictMath.pow(2, 1.0 / HALF_LIFE);
    private static final double LARGE = 1e100;

    private final Counts all = new Counts();
    private final Counts recent = new Counts();

    /** Of the next recent prediction: new ones count more instead of old ones less. */
    private double weight = 1;

    /** Sums over predictions, each with its weight. */
    private static final class Counts {
        final double[] failures = new double[BINS];
        final double[] successes = new double[BINS];
        double loss;
        double squaredError;

        void add(double predicted, int success, double weight) {
            int bin = Math.min(BINS - 1, (int) (predicted * BINS));
            (success == 1 ? successes : failures)[bin] += weight;
            loss += weight * PredictionLog.loss(predicted, success);
            squaredError += weight * (predicted - success) * (predicted - success);
        }

        void scale(double factor) {
            for (int bin = 0; bin < BINS; bin++) {
                failures[bin] *= factor;
                successes[bin] *= factor;
            }
            loss *= factor;
            squaredError *= factor;
        }

        /**
         * @param unit what one prediction counts
         */
        Quality quality(double unit) {
            double allFailures = 0;
            double allSuccesses = 0;
            double ordered = 0;
            double misplaced = 0;
            double predictedInOne = 0;
            double successesInOne = 0;
            for (int bin = 0; bin < BINS; bin++) {
                ordered += successes[bin] * (allFailures + failures[bin] / 2);
                allFailures += failures[bin];
                allSuccesses += successes[bin];
                predictedInOne += (failures[bin] + successes[bin]) * (bin + .5) / BINS;
                successesInOne += successes[bin];
                if (bin % BINS_IN_ONE == BINS_IN_ONE - 1) {
                    misplaced += Math.abs(predictedInOne - successesInOne);
                    predictedInOne = 0;
                    successesInOne = 0;
                }
            }
            double size = allFailures + allSuccesses;
            if (size == 0) {
                return new PredictionLog().quality();
            }
            boolean isOneSided = allFailures == 0 || allSuccesses == 0;
            return new Quality(
                    Math.round(size / unit),
                    isOneSided ? .5 : ordered / (allFailures * allSuccesses),
                    loss / size,
                    squaredError / size,
                    misplaced / size,
                    allSuccesses / size);
        }

        void write(ByteBuffer out) {
            out.putDouble(loss).putDouble(squaredError);
            for (int bin = 0; bin < BINS; bin++) {
                out.putDouble(failures[bin]).putDouble(successes[bin]);
            }
        }

        void read(ByteBuffer in) {
            loss = in.getDouble();
            squaredError = in.getDouble();
            for (int bin = 0; bin < BINS; bin++) {
                failures[bin] = in.getDouble();
                successes[bin] = in.getDouble();
            }
        }
    }

    /** Reads what {@link #toBytes()} wrote; no bytes are no predictions. */
    public static RunningQuality of(byte[] bytes) {
        var read = new RunningQuality();
        if (bytes.length == 0) {
            return read;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION || bytes.length != SIZE) {
            throw new IllegalArgumentException(
                    "A quality of version " + version + " in " + bytes.length + " bytes cannot be read.");
        }
        read.weight = in.getDouble();
        read.all.read(in);
        read.recent.read(in);
        return read;
    }

    private static final int SIZE = 1 + Double.BYTES * (1 + 2 * (2 + 2 * BINS));

    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(SIZE).put(VERSION).putDouble(weight);
        all.write(out);
        recent.write(out);
        return out.array();
    }

    /** A score from {@link PredictionLog#SUCCESS} on counts as a success. */
    public void add(double predicted, double score) {
        if (!(predicted >= 0 && predicted <= 1)) {
            throw new IllegalArgumentException("A prediction lies in [0, 1], and this is " + predicted + ".");
        }
        int success = score >= PredictionLog.SUCCESS ? 1 : 0;
        all.add(predicted, success, 1);
        recent.add(predicted, success, weight);
        weight *= GROWTH;
        if (weight > LARGE) {
            recent.scale(1 / weight);
            weight = 1;
        }
    }

    /** Of all predictions. */
    public Quality all() {
        return all.quality(1);
    }

    /** Of the last ones: the older, the less. Their number is as many as would weigh the same if all were new. */
    public Quality recent() {
        return recent.quality(weight / GROWTH);
    }
}
