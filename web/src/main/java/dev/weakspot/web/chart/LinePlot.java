package dev.weakspot.web.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shares of 1 over days, as lines. The first is about all; each other one is named at its end, and names keep a distance
 * from one another.
 *
 * @param days below the lines
 * @param band what draws the area that holds the truth about the first line
 */
public record LinePlot(Area area, DayAxis days, List<Line> lines, Optional<String> band) {

    private static final double NAMES_APART = 12;

    /**
     * A line.
     *
     * @param path what draws it
     * @param endX where it ends
     * @param endY where it ends
     * @param nameY where its name stands
     */
    public record Line(String path, double endX, double endY, double nameY) {}

    /** Lines through these values, which may be on any days from the first to the last; each has at least one. */
    public static LinePlot of(
            Area area, LocalDate first, LocalDate last, List<? extends SortedMap<LocalDate, Double>> values) {
        DayAxis days = DayAxis.of(first, last, area);
        List<Double> ends = values.stream()
                .map(line -> area.shares().at(line.lastEntry().getValue()))
                .toList();
        List<Double> names = Stream.concat(
                        ends.stream().limit(1), apart(ends.stream().skip(1).toList(), area).stream())
                .toList();
        List<Line> lines = IntStream.range(0, values.size())
                .mapToObj(i -> line(values.get(i), days, area.shares(), names.get(i)))
                .toList();
        return new LinePlot(area, days, lines, Optional.empty());
    }

    /** The same lines with a band from the lower to the higher values. */
    public LinePlot between(SortedMap<LocalDate, Double> lower, SortedMap<LocalDate, Double> higher) {
        String there = points(higher, days, area.shares());
        String back = points(lower.reversed(), days, area.shares());
        return new LinePlot(area, days, lines, Optional.of("M" + there + " L" + back + " Z"));
    }

    private static String points(SortedMap<LocalDate, Double> values, DayAxis days, Scale shares) {
        return values.entrySet().stream()
                .map(value -> days.at(value.getKey()) + " " + shares.at(value.getValue()))
                .collect(Collectors.joining(" L"));
    }

    private static Line line(SortedMap<LocalDate, Double> values, DayAxis days, Scale shares, double nameY) {
        String path = "M" + points(values, days, shares);
        Map.Entry<LocalDate, Double> last = values.lastEntry();
        return new Line(path, days.at(last.getKey()), shares.at(last.getValue()), nameY);
    }

    /**
     * The same places, moved as little as it takes to keep names apart: half of them up and half of them down, as far as
     * the area has room. Whatever moves only down keeps the distance, and what moves only up does; so does their middle.
     */
    private static List<Double> apart(List<Double> wanted, Area area) {
        int last = wanted.size() - 1;
        double distance = Math.min(NAMES_APART, (double) (area.bottom() - area.top()) / Math.max(1, last));
        List<Integer> downwards = IntStream.range(0, wanted.size())
                .boxed()
                .sorted((one, other) -> Double.compare(wanted.get(one), wanted.get(other)))
                .toList();
        Map<Integer, Double> movedDown = new TreeMap<>();
        double lowest = Double.NEGATIVE_INFINITY;
        for (int name : downwards) {
            lowest = Math.max(wanted.get(name), lowest + distance);
            movedDown.put(name, lowest);
        }
        Map<Integer, Double> places = new TreeMap<>();
        double highest = Double.POSITIVE_INFINITY;
        for (int rank = last; rank >= 0; rank--) {
            int name = downwards.get(rank);
            highest = Math.min(wanted.get(name), highest - distance);
            double middle = (highest + movedDown.getOrDefault(name, highest)) / 2;
            double room = Math.max(area.top() + rank * distance, middle);
            places.put(name, Scale.round(Math.min(room, area.bottom() - (last - rank) * distance)));
        }
        return List.copyOf(places.values());
    }

    /** Quarters from 0 to 1 with their heights, for labels and lines across. */
    public List<Height> heights() {
        return Height.ofShares(area);
    }
}
