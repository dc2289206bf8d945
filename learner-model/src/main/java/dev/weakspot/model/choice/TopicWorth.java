package dev.weakspot.model.choice;

/**
 * How much it is worth to train a topic now: a sum of terms, each the logarithm of a factor.
 *
 * <p>The success it looks at is not the one we expect but one drawn from those we hold possible: Thompson sampling (W. Thompson,
 * Biometrika 25, 1933; D. Russo et al., "A tutorial on Thompson sampling", 2018). Always drilling the topic that looks weakest
 * would learn less, never find out that another one is weaker, and, because drilled topics rise, end by knowing none of them: in
 * simulation it is the worst policy of all. The constants were chosen there, on other seeds than those that are reported.
 *
 * @param drawn the success that was drawn
 * @param room what there is to learn at that success
 * @param curiosity how little we know
 */
record TopicWorth(TopicStanding standing, double drawn, double room, double curiosity) {

    /** A topic that lies so far above the border is worth 1/e of one below it. */
    private static final double BORDER_WIDTH = .3;

    /** How much more a topic is worth on which right and wrong are in balance than one that is nearly known or out of reach. */
    private static final double ROOM_EXPONENT = 2;

    private static final double CURIOSITY_EXPONENT = .5;

    /** After so many days evidence counts half. */
    private static final double HALF_LIFE = 14;

    private static final double NOBODY_FAILS_EVERYTHING = .01;

    /**
     * The worth of a topic.
     *
     * @param noise what the draw adds to the expected success
     * @param daysSince the last attempt on the topic
     */
    static TopicWorth of(TopicStanding standing, double noise, long daysSince) {
        double success =
                Math.clamp(standing.mastery().value() + noise, NOBODY_FAILS_EVERYTHING, 1 - NOBODY_FAILS_EVERYTHING);
        double room = ROOM_EXPONENT * StrictMath.log(4 * success * (1 - success));
        double curiosity = -CURIOSITY_EXPONENT * StrictMath.log(1 + freshEvidence(standing, daysSince));
        return new TopicWorth(standing, success, room, curiosity);
    }

    /**
     * The sum.
     *
     * @param border the success that divides the weakest topics from the others
     */
    double total(double border) {
        double weakness = -Math.max(0, drawn - border) / BORDER_WIDTH;
        return weakness + room + curiosity;
    }

    /** Attempts, of which the old ones say less. */
    private static double freshEvidence(TopicStanding standing, long daysSince) {
        return standing.attempts() / (1 + daysSince / HALF_LIFE);
    }
}
