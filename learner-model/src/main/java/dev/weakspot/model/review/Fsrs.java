package dev.weakspot.model.review;

/**
 * The equations of FSRS-6, the free spaced repetition scheduler, with its default parameters: open-spaced-repetition, "The
 * Algorithm", wiki of the project {@code fsrs4anki}; fitted to some 700 million reviews of 20 thousand people. Where the text is
 * silent about bounds, as {@code ts-fsrs} 5.4.2 has them.
 *
 * <p>Uses {@link StrictMath}, because rebuilt state must equal the old one bit for bit on every machine.
 */
final class Fsrs {

    // w0 to w3: stability after the first answer.
    private static final double FIRST_STABILITY_AGAIN = .212;
    private static final double FIRST_STABILITY_HARD = 1.2931;
    private static final double FIRST_STABILITY_GOOD = 2.3065;
    private static final double FIRST_STABILITY_EASY = 8.2956;

    // w4 to w7: difficulty.
    private static final double FIRST_DIFFICULTY_AGAIN = 6.4133;
    private static final double FIRST_DIFFICULTY_SLOPE = .8334;
    private static final double DIFFICULTY_STEP = 3.0194;
    private static final double DIFFICULTY_REVERSION = .001;

    // w8 to w10, w15, w16: stability after a recall.
    private static final double RECALL_GROWTH = 1.8722;
    private static final double RECALL_SATURATION = .1666;
    private static final double RECALL_DESIRABLE_DIFFICULTY = .796;
    private static final double HARD_PENALTY = .6014;
    private static final double EASY_BONUS = 1.8729;

    // w11 to w14: stability after a lapse.
    private static final double LAPSE_LEVEL = 1.4835;
    private static final double LAPSE_DIFFICULTY = .0614;
    private static final double LAPSE_STABILITY = .2629;
    private static final double LAPSE_RECALL = 1.6483;

    // w17 to w19: stability after another answer on the same day.
    private static final double SAME_DAY_GROWTH = .5425;
    private static final double SAME_DAY_SHIFT = .0912;
    private static final double SAME_DAY_SATURATION = .0658;

    // w20: the shape of the forgetting curve.
    private static final double DECAY = .1542;

    private static final double EASIEST = 1;
    private static final double HARDEST = 10;
    private static final double LEAST_STABILITY = .001;
    private static final double MOST_STABILITY = 36_500;

    /** Makes recall 90 % after as many days as the stability says. */
    private static final double FACTOR = StrictMath.pow(.9, -1 / DECAY) - 1;

    private Fsrs() {}

    /** The forgetting curve, a power law. */
    static double recall(long days, double stability) {
        return StrictMath.pow(1 + FACTOR * (double) days / stability, -DECAY);
    }

    /** After so many days recall has fallen to what is desired. */
    static long interval(double stability, double desiredRecall) {
        double days = stability / FACTOR * (StrictMath.pow(desiredRecall, -1 / DECAY) - 1);
        return Math.clamp(Math.round(days), 1, (long) MOST_STABILITY);
    }

    static double firstStability(Rating rating) {
        return switch (rating) {
            case AGAIN -> FIRST_STABILITY_AGAIN;
            case HARD -> FIRST_STABILITY_HARD;
            case GOOD -> FIRST_STABILITY_GOOD;
            case EASY -> FIRST_STABILITY_EASY;
        };
    }

    static double firstDifficulty(Rating rating) {
        return bounded(unboundedFirstDifficulty(rating));
    }

    /** Moves less the nearer it is to the hardest, and a little back to that of an easy first answer. */
    static double difficultyAfter(double difficulty, Rating rating) {
        double step = -DIFFICULTY_STEP * (rating.grade() - Rating.GOOD.grade());
        double damped = difficulty + step * (HARDEST - difficulty) / (HARDEST - EASIEST);
        return bounded(
                DIFFICULTY_REVERSION * unboundedFirstDifficulty(Rating.EASY) + (1 - DIFFICULTY_REVERSION) * damped);
    }

    static double stabilityAfter(double stability, double difficulty, double recall, Rating rating) {
        return rating.isRecalled()
                ? stabilityAfterRecall(stability, difficulty, recall, rating)
                : stabilityAfterLapse(stability, difficulty, recall);
    }

    /** A pass on the same day never weakens the memory. */
    static double stabilityAfterSameDay(double stability, Rating rating) {
        double growth = StrictMath.exp(SAME_DAY_GROWTH * (rating.grade() - Rating.GOOD.grade() + SAME_DAY_SHIFT))
                * StrictMath.pow(stability, -SAME_DAY_SATURATION);
        return possible(stability * (rating.isRecalled() ? Math.max(1, growth) : growth));
    }

    /** The more was forgotten before it was recalled, the more the memory gains. */
    private static double stabilityAfterRecall(double stability, double difficulty, double recall, Rating rating) {
        double gain = StrictMath.exp(RECALL_GROWTH)
                * (HARDEST + 1 - difficulty)
                * StrictMath.pow(stability, -RECALL_SATURATION)
                * (StrictMath.exp(RECALL_DESIRABLE_DIFFICULTY * (1 - recall)) - 1);
        double adjustment =
                switch (rating) {
                    case HARD -> HARD_PENALTY;
                    case EASY -> EASY_BONUS;
                    case AGAIN, GOOD -> 1;
                };
        return possible(stability * (1 + gain * adjustment));
    }

    /** Never more than failing it on the same day would have left. */
    private static double stabilityAfterLapse(double stability, double difficulty, double recall) {
        double left = LAPSE_LEVEL
                * StrictMath.pow(difficulty, -LAPSE_DIFFICULTY)
                * (StrictMath.pow(stability + 1, LAPSE_STABILITY) - 1)
                * StrictMath.exp(LAPSE_RECALL * (1 - recall));
        double most = stability / StrictMath.exp(SAME_DAY_GROWTH * SAME_DAY_SHIFT);
        return possible(Math.min(left, most));
    }

    private static double unboundedFirstDifficulty(Rating rating) {
        return FIRST_DIFFICULTY_AGAIN - StrictMath.exp(FIRST_DIFFICULTY_SLOPE * (rating.grade() - 1)) + 1;
    }

    private static double bounded(double difficulty) {
        return Math.clamp(difficulty, EASIEST, HARDEST);
    }

    private static double possible(double stability) {
        return Math.clamp(stability, LEAST_STABILITY, MOST_STABILITY);
    }
}
