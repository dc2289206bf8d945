package dev.weakspot.model;

/**
 * What time away does to a level on a topic. What was learned fades like a power of the time (J. Wixted and E. Ebbesen, "On the
 * form of forgetting", Psychological Science 2, 1991): fast in the first days, slowly later. The level drifts toward the
 * learner's general one, and our doubt grows: an Ornstein–Uhlenbeck process that runs
 * in the logarithm of time. Estimates and plans share it, so they cannot disagree about what is left on a day.
 *
 * <p>The rate was chosen on simulated learners who forget more slowly or faster than this, and is cautious. What absence does to
 * success on the whole, not only to the differences between topics, {@code lean.ExtendedLogistic} learns.
 */
public final class Forgetting {

    private static final double SECONDS_PER_DAY = 86_400;

    /** How fast: after a month away a level has lost two fifths. */
    private static final double RATE = .15;

    /** The doubt about a level that nobody has tested for ages: people change by more than they differ to begin with. */
    private static final double MOST_DOUBT = .35;

    private Forgetting() {}

    /** The share of a level that is left after so many seconds; all of it when nobody knows how many. */
    public static double retained(double seconds) {
        return seconds <= 0 ? 1 : StrictMath.pow(1 + seconds / SECONDS_PER_DAY, -RATE);
    }

    /** The doubt about a level of which that share is left. */
    public static double variance(double variance, double retained) {
        double lost = Math.max(0, MOST_DOUBT - variance);
        return variance + lost * (1 - retained * retained);
    }
}
