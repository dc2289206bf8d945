package dev.weakspot.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayAxisTest {

    private static final LocalDate LAST = LocalDate.of(2026, 3, 1);
    private static final Area AREA = Area.of(340, 260);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 13, 29, 89, 364, 5000})
    void labelsHaveRoomAndAreEquallyFarApart(int days) {
        DayAxis axis = DayAxis.of(LAST.minusDays(days), LAST, AREA);

        List<LocalDate> ticks = axis.ticks();
        assertThat(ticks).hasSizeBetween(1, 5).endsWith(LAST);
        assertThat(IntStream.range(1, ticks.size())
                        .mapToLong(i -> ChronoUnit.DAYS.between(ticks.get(i - 1), ticks.get(i)))
                        .distinct()
                        .count())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void theFirstDayIsLeftAndTheLastIsRight() {
        DayAxis axis = DayAxis.of(LAST.minusDays(30), LAST, AREA);

        assertThat(axis.at(LAST.minusDays(30))).isEqualTo(AREA.left());
        assertThat(axis.at(LAST)).isEqualTo(AREA.right());
    }

    @Test
    void aSingleDayStandsInTheMiddle() {
        assertThat(DayAxis.of(LAST, LAST, AREA).at(LAST)).isEqualTo((AREA.left() + AREA.right()) / 2.0);
    }

    @Test
    void timeDoesNotRunBackwards() {
        assertThatThrownBy(() -> DayAxis.of(LAST, LAST.minusDays(1), AREA))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
