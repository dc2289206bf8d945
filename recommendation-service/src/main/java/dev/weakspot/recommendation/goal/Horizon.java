package dev.weakspot.recommendation.goal;

import java.time.LocalDate;
import java.time.Period;

/** How far away the day of a goal may be. */
final class Horizon {

    private static final Period LONGEST = Period.ofYears(1);

    private Horizon() {}

    /** Refuses a day that has gone by, or is more than a year away. */
    static void check(LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            throw new GoalHasPassed(day);
        }
        LocalDate latest = today.plus(LONGEST);
        if (day.isAfter(latest)) {
            throw new GoalTooFar(latest);
        }
    }
}
