package dev.weakspot.model.simulation;

/**
 * A mean over learners, and how sure we are of it.
 *
 * @param error its standard error: another two thirds of such simulations would lie within it
 */
public record Mean(double value, double error) {

    static Mean of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Mean(mean, Math.sqrt(squares) / values.length);
    }

    /**
     * The ratio of two means over the same learners. Its error is that of the linearised ratio (W. Cochran, "Sampling Techniques",
     * 3rd edition, 1977, chapter 6), so the learners' common fate cancels.
     */
    static Mean ofRatio(double[] values, double[] unit) {
        double valueSum = 0;
        double unitSum = 0;
        for (int i = 0; i < values.length; i++) {
            valueSum += values[i];
            unitSum += unit[i];
        }
        double ratio = valueSum / unitSum;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double rest = values[i] - ratio * unit[i];
            squares += rest * rest;
        }
        return new Mean(ratio, Math.sqrt(squares) / Math.abs(unitSum));
    }
}
