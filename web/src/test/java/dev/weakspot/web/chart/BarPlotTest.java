package dev.weakspot.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarPlotTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Area AREA = new Area(240, 120, 0, 10, 200, 110);

    @Test
    void barsStandOnTheGroundSideBySide() {
        BarPlot plot = BarPlot.of(AREA, counts(10, 0));

        assertThat(plot.bars())
                .containsExactly(
                        new BarPlot.Bar(MONDAY, 10, 15, 10, 70, 100, 50),
                        new BarPlot.Bar(MONDAY.plusDays(1), 0, 115, 110, 70, 0, 150));
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "2, 2", "3, 4", "7, 10", "11, 20", "21, 40", "41, 100", "999, 1000", "3000, 4000"})
    void theTopIsTheNextRoundNumberWithAWholeHalf(int highest, double top) {
        assertThat(BarPlot.of(AREA, counts(highest)).heights())
                .extracting(Height::value)
                .containsExactly(0.0, top / 2, top);
    }

    @Test
    void onlyAsManyBarsAreLabelledAsThereIsRoomFor() {
        assertThat(BarPlot.of(AREA, counts(1, 2)).everyNth()).isEqualTo(1);
        assertThat(BarPlot.of(AREA, counts(new int[14])).everyNth()).isEqualTo(4);
    }

    private static SequencedMap<LocalDate, Integer> counts(int... counts) {
        var days = new LinkedHashMap<LocalDate, Integer>();
        for (int count : counts) {
            days.put(MONDAY.plusDays(days.size()), count);
        }
        return days;
    }
}
