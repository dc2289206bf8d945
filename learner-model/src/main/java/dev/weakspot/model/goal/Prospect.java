package dev.weakspot.model.goal;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.Forgetting;
import dev.weakspot.model.Logit;
import java.time.Duration;

/**
 * What becomes of one topic until the day of the goal. On the logit scale, the level above a newcomer's fades with the time away
 * ({@link Forgetting}), and every question adds the same, of which a part has faded by then.
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
        return Logit.toProbability(faded(Logit.of(today)) + learned);
    }

    /** Nobody forgets what they never knew. */
    private double faded(double level) {
        double floor = Logit.of(topic.unlearned());
        long away = topic.daysAway();
        double kept = kept(away + days) / kept(away);
        return level > floor ? floor + (level - floor) * kept : level;
    }

    /** Of what is practised day by day, the last time on the eve. */
    private double meanKept() {
        double sum = 0;
        for (long before = 1; before <= days; before++) {
            sum += kept(before);
        }
        return days == 0 ? 1 : sum / days;
    }

    private static double kept(long daysAway) {
        return Forgetting.retained((double) Duration.ofDays(daysAway).toSeconds());
    }
}
