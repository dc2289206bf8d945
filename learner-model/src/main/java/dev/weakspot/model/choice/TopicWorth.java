package dev.weakspot.model.choice;

/**
 * How much it is worth to train a topic now: a sum of terms, each the logarithm of a factor.
 *
 * <p>The success it looks at is not the one we expect but one drawn from those we hold possible: Thompson sampling (W. Thompson,
 * Biometrika 25, 1933; D. Russo et al., "A tutorial on Thompson sampling", 2018). Always drilling the topic that looks weakest
 * would learn less, never find out that another one is weaker, and, because drilled topics rise, end by knowing none of them: in
 * simulation it is the worst policy of all. The constants were chosen there, on other seeds than those that are reported.
 *
 * @param noise what the draw added to the expected success
 * @param border the success that divides the weakest topics from the others
 * @param daysSince the last attempt on the topic
 */
record TopicWorth(TopicStanding standing, double noise, double border, long daysSince) {

    /** A topic that lies so far above the border is worth 1/e of one below it. */
    private static final double BORDER_WIDTH = .3;

    /** How much more a topic is worth on which right and wrong are in balance than one that is nearly known or out of reach. */
    private static final double ROOM_EXPONENT = 2;

    private static final double CURIOSITY_EXPONENT = .5;

    /** After so many days evidence counts half. */
    private static final double HALF_LIFE = 14;

    private static final double NOBODY_FAILS_EVERYTHING = .01;

    /** As if there were no doubt. */
    TopicWorth asExpected() {
        return new TopicWorth(standing, 0, border, daysSince);
    }

    /** The success that was drawn. */
    double drawn() {
        return success(standing.mastery().value());
    }

    double total() {
        return totalAt(standing.mastery().value());
    }

    /** The success at which another topic would be worth more; 1 when there is none. */
    double successWorthLessThan(double otherTotal) {
        double worthMore = standing.mastery().value();
        double worthLess = 1;
        while (worthLess - worthMore > .001) {
            double middle = (worthMore + worthLess) / 2;
            if (totalAt(middle) > otherTotal) {
                worthMore = middle;
            } else {
                worthLess = middle;
            }
        }
        return worthLess;
    }

    private double totalAt(double mastery) {
        double success = success(mastery);
        double weakness = -Math.max(0, success - border) / BORDER_WIDTH;
        double room = ROOM_EXPONENT * Math.log(4 * success * (1 - success));
        return weakness + room - CURIOSITY_EXPONENT * Math.log(1 + freshEvidence());
    }

    private double success(double mastery) {
        return Math.clamp(mastery + noise, NOBODY_FAILS_EVERYTHING, 1 - NOBODY_FAILS_EVERYTHING);
    }

    /** Attempts, of which the old ones say less. */
    private double freshEvidence() {
        return standing.attempts() / (1 + daysSince / HALF_LIFE);
    }
}
