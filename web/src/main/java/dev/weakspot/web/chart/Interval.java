package dev.weakspot.web.chart;

/** A share of 1 as it was observed, and the ends of its 90 % interval. */
public record Interval(double value, double low, double high) {

    /** 95 % of a normal distribution lie below. */
    private static final double Z = 1.6449;

    /**
     * The mean of scores from 0 to 1, with the score interval of Wilson (1927). It is exact enough for few observations and
     * stays within 0 and 1. Scores that are partly right vary less than right and wrong, so it is rather too wide for them.
     */
    public static Interval of(double mean, int observations) {
        if (observations < 1) {
            throw new IllegalArgumentException("There is no mean of nothing");
        }
        double n = observations;
        double middle = (mean + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(mean * (1 - mean) / n + Z * Z / (4 * n * n));
        return new Interval(mean, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    public boolean isBelow(double share) {
        return high < share;
    }

    public boolean isAbove(double share) {
        return low > share;
    }
}
