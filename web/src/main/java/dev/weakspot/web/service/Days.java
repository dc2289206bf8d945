package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** On which days a learner has practised. */
@Serdeable
public record Days(List<Day> items) {

    /** What somebody did on one day. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Day(LocalDate day, int attempts, int correct, double meanScore, long seconds) {}

    /** How many days in a row somebody has practised, up to today, or up to yesterday as long as today is not over. */
    public int streak(LocalDate today) {
        Set<LocalDate> practised = items.stream().map(Day::day).collect(Collectors.toSet());
        LocalDate day = practised.contains(today) ? today : today.minusDays(1);
        int streak = 0;
        while (practised.contains(day.minusDays(streak))) {
            streak++;
        }
        return streak;
    }
}
