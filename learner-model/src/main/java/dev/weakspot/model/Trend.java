package dev.weakspot.model;

/**
 * Whether somebody has lately done better or worse than the model expected of them.
 *
 * @param surprise moving average of score minus expectation, from -1 to 1; the last two attempts make up half of it
 * @param attempts how many attempts it is the average of
 */
public record Trend(double surprise, int attempts) {

    /** Nothing has happened yet. */
    public static final Trend NONE = new Trend(0, 0);

    private static final double MEMORY = .7;

    /**
     * Where the model is right and nothing changes, chance alone gets this far at one attempt in ten when answers are a toss-up,
     * and less often otherwise: 1.65 standard deviations of the average, which are .21.
     */
    private static final double UNLIKELY = .35;

    /** One or two surprises are luck. */
    private static final int LEAST_ATTEMPTS = 3;

    public Trend {
        if (!(surprise >= -1 && surprise <= 1)) {
            throw new IllegalArgumentException("A surprise lies in [-1, 1], and this is " + surprise + ".");
        }
        if (attempts < 0) {
            throw new IllegalArgumentException("There cannot have been " + attempts + " attempts.");
        }
    }

    /** Where it points. */
    public enum Direction {
        RISING,
        STEADY,
        FALLING
    }

    /** After one more attempt. */
    public Trend after(double score, double predicted) {
        return new Trend(Math.clamp(MEMORY * surprise + (1 - MEMORY) * (score - predicted), -1, 1), attempts + 1);
    }

    /** Steady until it is more than chance has at one attempt in ten, on three attempts at least. */
    public Direction direction() {
        if (attempts < LEAST_ATTEMPTS || Math.abs(surprise) < UNLIKELY) {
            return Direction.STEADY;
        }
        return surprise > 0 ? Direction.RISING : Direction.FALLING;
    }
}
