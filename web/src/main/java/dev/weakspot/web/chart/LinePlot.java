package dev.weakspot.web.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shares of 1 over days, as lines. Each line is named at its end; names keep a distance from one another.
 *
 * @param days below the lines
 * @param band what draws the area that holds the truth about the first line
 */
public record LinePlot(Area area, DayAxis days, List<Line> lines, Optional<String> band) {

    private static final double NAMES_APART = 15;

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
        List<Double> names = apart(
                values.stream()
                        .map(line -> area.shares().at(line.lastEntry().getValue()))
                        .toList(),
                area);
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

    /** The same places, moved as little as it takes to keep names apart, as far as the area has room. */
    private static List<Double> apart(List<Double> wanted, Area area) {
        double distance = Math.min(NAMES_APART, (double) (area.bottom() - area.top()) / Math.max(1, wanted.size() - 1));
        List<Integer> downwards = IntStream.range(0, wanted.size())
                .boxed()
                .sorted((one, other) -> Double.compare(wanted.get(one), wanted.get(other)))
                .toList();
        Map<Integer, Double> places = new TreeMap<>();
        double lowest = Double.NEGATIVE_INFINITY;
        for (int name : downwards) {
            lowest = Math.max(wanted.get(name), lowest + distance);
            places.put(name, lowest);
        }
        double highest = area.bottom();
        for (int name : downwards.reversed()) {
            highest = Math.min(places.getOrDefault(name, highest), highest);
            places.put(name, Scale.round(highest));
            highest -= distance;
        }
        return List.copyOf(places.values());
    }

    /** Quarters from 0 to 1 with their heights, for labels and lines across. */
    public List<Height> heights() {
        return Height.ofShares(area);
    }
}
