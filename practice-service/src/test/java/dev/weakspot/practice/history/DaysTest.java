package dev.weakspot.practice.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaysTest {

    @Test
    void aDayIsTheLearnersOwn() {
        List<QuarterRow> lateInTheEvening = List.of(quarter("2026-03-01T22:45:00Z"), quarter("2026-03-01T23:00:00Z"));

        assertThat(Days.of(lateInTheEvening, ZoneId.of("UTC")).items())
                .extracting(Days.Day::day)
                .containsExactly(LocalDate.of(2026, 3, 1));
        assertThat(Days.of(lateInTheEvening, ZoneId.of("Europe/Berlin")).items())
                .extracting(Days.Day::day)
                .containsExactly(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2));
    }

    /** Chatham is 13:45 ahead of Greenwich in summer. */
    @Test
    void aDayMayBeginAtAQuarter() {
        List<QuarterRow> quarters = List.of(quarter("2026-01-01T10:00:00Z"), quarter("2026-01-01T10:15:00Z"));

        assertThat(Days.of(quarters, ZoneId.of("Pacific/Chatham")).items())
                .extracting(Days.Day::day)
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2));
    }

    @Test
    void aDaySumsUpWhateverTheOrder() {
        var much = new QuarterRow(Instant.parse("2026-03-01T10:00:00Z"), 3, 2, 2.5, 61_000);
        var little = new QuarterRow(Instant.parse("2026-03-01T08:00:00Z"), 1, 0, 0.5, 1_900);

        assertThat(Days.of(List.of(much, little), ZoneId.of("UTC")).items())
                .containsExactly(new Days.Day(LocalDate.of(2026, 3, 1), 4, 2, 0.75, 62));
    }

    private static QuarterRow quarter(String begin) {
        return new QuarterRow(Instant.parse(begin), 1, 1, 1, 0);
    }
}
