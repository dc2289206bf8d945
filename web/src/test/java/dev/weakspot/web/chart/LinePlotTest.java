package dev.weakspot.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinePlotTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Area AREA = new Area(200, 120, 0, 10, 100, 110);

    @Test
    void aLineGoesThroughItsDaysWithoutThoseBetween() {
        var values = new TreeMap<>(Map.of(MONDAY, 0.0, MONDAY.plusDays(1), 1.0, MONDAY.plusDays(4), 0.25));

        LinePlot.Line line = LinePlot.of(AREA, MONDAY, MONDAY.plusDays(4), List.of(values))
                .lines()
                .getFirst();

        assertThat(line).isEqualTo(new LinePlot.Line("M0.0 110.0 L25.0 10.0 L100.0 85.0", 100, 85, 85));
    }

    @Test
    void aBandGoesThereAlongTheHigherValuesAndBackAlongTheLower() {
        var values = new TreeMap<>(Map.of(MONDAY, 0.5, MONDAY.plusDays(4), 0.5));
        var lower = new TreeMap<>(Map.of(MONDAY, 0.25, MONDAY.plusDays(4), 0.0));
        var higher = new TreeMap<>(Map.of(MONDAY, 1.0, MONDAY.plusDays(4), 0.75));

        LinePlot plot =
                LinePlot.of(AREA, MONDAY, MONDAY.plusDays(4), List.of(values)).between(lower, higher);

        assertThat(plot.band()).hasValue("M0.0 10.0 L100.0 35.0 L100.0 110.0 L0.0 85.0 Z");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.03, 0.5, 0.97, 1})
    void namesOfLinesThatEndTogetherKeepApartAndStayInside(double end) {
        List<TreeMap<LocalDate, Double>> together = IntStream.range(0, 6)
                .mapToObj(i -> new TreeMap<>(Map.of(MONDAY, end)))
                .toList();

        List<Double> names = LinePlot.of(AREA, MONDAY, MONDAY, together).lines().stream()
                .skip(1)
                .map(LinePlot.Line::nameY)
                .sorted()
                .toList();

        assertThat(names).allMatch(y -> y >= AREA.top() && y <= AREA.bottom());
        assertThat(IntStream.range(1, 5).mapToDouble(i -> names.get(i) - names.get(i - 1)))
                .allMatch(distance -> distance >= 11.9);
    }

    @Test
    void namesKeepTheOrderOfTheirLines() {
        var all = new TreeMap<>(Map.of(MONDAY, 0.505));
        var lower = new TreeMap<>(Map.of(MONDAY, 0.50));
        var higher = new TreeMap<>(Map.of(MONDAY, 0.51));

        List<LinePlot.Line> lines =
                LinePlot.of(AREA, MONDAY, MONDAY, List.of(all, lower, higher)).lines();

        assertThat(lines.get(2).nameY()).isLessThan(lines.get(1).nameY());
    }

    @Test
    void namesOfLinesThatEndTogetherStandAroundTheirEnd() {
        var line = new TreeMap<>(Map.of(MONDAY, 0.5));

        List<LinePlot.Line> lines = LinePlot.of(AREA, MONDAY, MONDAY, List.of(line, line, line, line))
                .lines();

        assertThat(lines).extracting(LinePlot.Line::nameY).containsExactly(60.0, 48.0, 60.0, 72.0);
    }

    @Test
    void moreNamesThanThereIsRoomForStillStayInside() {
        List<TreeMap<LocalDate, Double>> many = IntStream.range(0, 40)
                .mapToObj(i -> new TreeMap<>(Map.of(MONDAY, i / 40.0)))
                .toList();

        assertThat(LinePlot.of(AREA, MONDAY, MONDAY, many).lines())
                .allMatch(line -> line.nameY() >= AREA.top() && line.nameY() <= AREA.bottom());
    }
}
