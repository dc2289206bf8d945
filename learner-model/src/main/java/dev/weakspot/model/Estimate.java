package dev.weakspot.model;

/**
 * A probability of success that we do not know exactly.
 *
 * @param value what we expect
 * @param low lower end of the 90 % interval
 * @param high upper end of the 90 % interval
 */
public record Estimate(double value, double low, double high) {

    public Estimate {
        if (!(0 <= low && low <= value && value <= high && high <= 1)) {
            throw new IllegalArgumentException("Not an estimate: " + low + " ≤ " + value + " ≤ " + high + ".");
        }
    }

    /** The estimate whose interval is stretched, where rounding or skew demands it, to hold its own value. */
    public static Estimate of(double value, double low, double high) {
        return new Estimate(value, Math.min(low, value), Math.max(high, value));
    }
}
