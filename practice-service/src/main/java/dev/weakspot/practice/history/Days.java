package dev.weakspot.practice.history;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The days on which a learner practised, oldest first. */
@Serdeable
record Days(List<Day> items) {

    /**
     * A day of practice.
     *
     * @param seconds the time that answering took, as far as it was measured
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Day(LocalDate day, long attempts, long correct, double meanScore, long seconds) {

        static Day of(LocalDate day, QuarterRow sums) {
            return new Day(
                    day,
                    sums.attempts(),
                    sums.correct(),
                    sums.score() / sums.attempts(),
                    Duration.ofMillis(sums.millis()).toSeconds());
        }
    }

    static Days of(List<QuarterRow> quarters, ZoneId zone) {
        SortedMap<LocalDate, QuarterRow> days = new TreeMap<>();
        for (QuarterRow quarter : quarters) {
            days.merge(LocalDate.ofInstant(quarter.quarter(), zone), quarter, QuarterRow::plus);
        }
        return new Days(days.entrySet().stream()
                .map(day -> Day.of(day.getKey(), day.getValue()))
                .toList());
    }
}
