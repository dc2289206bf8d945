package dev.weakspot.model.goal;

import dev.weakspot.model.Estimate;

/**
 * What becomes of one topic until the day of the goal. On the logit scale, the level above a newcomer's fades like a power of
 * the time away (as {@code lean.Forgetting} has it: J. Wixted and E. Ebbesen, "On the form of forgetting", Psychological Science
 * 2, 1991), and every question adds the same, of which a part has faded by then.
 *
 * @param days until the goal
 */
record Prospect(GoalTopic topic, long days) {

    /**
     * What a question teaches on the logit scale: the typical rate of 27 data sets of online practice (K. Koedinger et al., "An
     * astonishing regularity in student learning rate", PNAS 120, 2023).
     */
    private static final double LEARNED = .1;

    /** Topics and people differ in that rate, by about so much of it either way. */
    private static final double RATE_DIFFERS = .5;

    /** As fast as the learner model believes. */
    private static final double FORGETTING = .15;

    /** Keeps logits finite. */
    private static final double NOBODY_IS_PERFECT = 1e-4;

    /** Expected success on the day after so many questions, spread evenly over the days until then. */
    double success(int questions) {
        return success(topic.mastery().value(), questions, 1);
    }

    Estimate estimate(int questions) {
        return Estimate.of(
                success(questions),
                success(topic.mastery().low(), questions, 1 - RATE_DIFFERS),
                success(topic.mastery().high(), questions, 1 + RATE_DIFFERS));
    }

    private double success(double today, int questions, double rate) {
        double learned = rate * LEARNED * questions * meanKept();
        return logistic(faded(logit(today)) + learned);
    }

    /** Nobody forgets what they never knew. */
    private double faded(double level) {
        double floor = logit(topic.unlearned());
        double away = topic.daysAway();
        double kept = kept(away + days) / kept(away);
        return level > floor ? floor + (level - floor) * kept : level;
    }

    /** Of what is practised day by day, the last time on the eve. */
    private double meanKept() {
        double sum = 0;
        for (long before = 1; before <= days; before++) {
            sum += kept((double) before);
        }
        return days == 0 ? 1 : sum / days;
    }

    private static double kept(double daysAway) {
        return StrictMath.pow(1 + daysAway, -FORGETTING);
    }

    private static double logit(double probability) {
        double possible = Math.clamp(probability, NOBODY_IS_PERFECT, 1 - NOBODY_IS_PERFECT);
        return StrictMath.log(possible / (1 - possible));
    }

    private static double logistic(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
