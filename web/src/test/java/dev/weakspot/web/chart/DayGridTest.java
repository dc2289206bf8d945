package dev.weakspot.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayGridTest {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-15", "2026-11-16", "2026-11-21", "2024-02-29", "2027-01-01"})
    void theLastWeeksEndTodayAndBeginOnAMonday(LocalDate today) {
        DayGrid grid = DayGrid.of(today, 53, Map.of());

        DayGrid.Cell first = grid.cells().getFirst();
        DayGrid.Cell last = grid.cells().getLast();
        assertThat(first.day().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(last.day()).isEqualTo(today);
        assertThat(last.x() - first.x()).isEqualTo(52 * 13);
        assertThat(last.y()).isEqualTo(grid.yOf(today.getDayOfWeek()));
        assertThat(grid.cells()).extracting(DayGrid.Cell::day).doesNotHaveDuplicates();
        assertThat(grid.cells()).allMatch(cell -> cell.x() + 13 <= grid.width() && cell.y() + 13 <= grid.height());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "4, 1", "5, 2", "9, 2", "10, 3", "19, 3", "20, 4", "300, 4"})
    void moreAnswersAreDarker(int answers, int level) {
        DayGrid grid = DayGrid.of(SATURDAY, 2, Map.of(SATURDAY, answers));

        assertThat(grid.cells().getLast().level()).isEqualTo(level);
    }

    @Test
    void eachMonthIsNamedOverTheWeekOfItsFirstDay() {
        DayGrid grid = DayGrid.of(SATURDAY, 9, Map.of());

        // The weeks begin on 21 September: October's first is in the second of them, November's in the sixth.
        assertThat(grid.months())
                .containsExactly(
                        new DayGrid.Month(LocalDate.of(2026, 10, 1), 30 + 13),
                        new DayGrid.Month(LocalDate.of(2026, 11, 1), 30 + 5 * 13));
    }

    @Test
    void aMonthThatHasOnlyBegunHasNoRoomForItsName() {
        assertThat(DayGrid.of(LocalDate.of(2026, 11, 3), 9, Map.of()).months())
                .extracting(DayGrid.Month::first)
                .doesNotContain(LocalDate.of(2026, 11, 1));
    }
}
