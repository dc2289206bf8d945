package dev.weakspot.model.goal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a learner wants to be ready for, and what they will give for it.
 *
 * @param day of the interview; practised until the day before
 * @param perDay time for practice, from today on
 */
public record Goal(LocalDate day, Duration perDay) {

    public Goal {
        if (perDay.isNegative() || perDay.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("A day has no " + perDay + " for practice.");
        }
    }

    long daysFrom(LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days < 0) {
            throw new IllegalArgumentException("The day " + day + " has gone by: today is " + today + ".");
        }
        return days;
    }
}
