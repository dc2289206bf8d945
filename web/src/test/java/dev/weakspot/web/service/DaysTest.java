package dev.weakspot.web.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    /** Practised so many days ago. */
    private static int streak(int... daysAgo) {
        return new Days(IntStream.of(daysAgo)
                        .mapToObj(ago -> new Days.Day(TODAY.minusDays(ago), 1, 1, 1, 60))
                        .toList())
                .streak(TODAY);
    }

    @Test
    void aStreakIsOfDaysInARow() {
        assertThat(streak()).isZero();
        assertThat(streak(0)).isEqualTo(1);
        assertThat(streak(0, 1, 2, 4)).isEqualTo(3);
    }

    @Test
    void itIsNotLostBeforeTodayIsOver() {
        assertThat(streak(1, 2)).isEqualTo(2);
        assertThat(streak(2, 3)).isZero();
    }
}
