package dev.weakspot.web.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * Counts over days in a row, as bars.
 *
 * @param everyNth of the bars has room for a label
 */
public record BarPlot(Area area, List<Bar> bars, List<Height> heights, int everyNth) {

    private static final double SHARE_OF_BAR = 0.7;
    private static final int ROOM_FOR_A_LABEL = 48;

    /**
     * A bar.
     *
     * @param middle where its label stands
     */
    public record Bar(LocalDate day, int count, double x, double y, double width, double height, double middle) {}

    /** One bar for each day, in this order; at least one. */
    public static BarPlot of(Area area, SequencedMap<LocalDate, Integer> counts) {
        int highest = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int top = nextRound(Math.max(2, highest));
        Scale heights = area.upTo(top);
        double room = (double) (area.right() - area.left()) / counts.size();
        List<LocalDate> days = List.copyOf(counts.keySet());
        List<Bar> bars = days.stream()
                .map(day ->
                        bar(day, counts.getOrDefault(day, 0), area.left() + room * days.indexOf(day), room, heights))
                .toList();
        return new BarPlot(area, bars, Height.of(heights, 0, top / 2.0, top), (int)
                Math.max(1, Math.ceil(ROOM_FOR_A_LABEL / room)));
    }

    private static Bar bar(LocalDate day, int count, double left, double room, Scale heights) {
        double y = heights.at(count);
        return new Bar(
                day,
                count,
                Scale.round(left + room * (1 - SHARE_OF_BAR) / 2),
                y,
                Scale.round(room * SHARE_OF_BAR),
                Scale.round(heights.from() - y),
                Scale.round(left + room / 2));
    }

    /** The next of 2, 4, 10, 20, 40, 100 …: each of them has a whole half. */
    private static int nextRound(int value) {
        return IntStream.iterate(1, power -> power * 10)
                .flatMap(power -> IntStream.of(2 * power, 4 * power, 10 * power))
                .filter(round -> round >= value)
                .findFirst()
                .orElse(value);
    }
}
