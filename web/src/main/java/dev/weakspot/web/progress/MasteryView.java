package dev.weakspot.web.progress;

import static java.util.Objects.requireNonNull;

import dev.weakspot.web.chart.Area;
import dev.weakspot.web.chart.LinePlot;
import dev.weakspot.web.service.MasteryHistory;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Expected success over time: of all topics together, and of some.
 *
 * @param days how many are looked back
 * @param lines all topics together first
 * @param band the ends of the 90 % interval of all topics together by day; empty when they are not known
 * @param wide the picture for large screens
 * @param narrow the same for small ones
 * @param choices all topics that can be shown, with those that are
 */
public record MasteryView(
        int days,
        List<Line> lines,
        SortedMap<LocalDate, Ends> band,
        LinePlot wide,
        LinePlot narrow,
        List<Choice> choices) {

    /** As many topics as one can tell apart. */
    static final int MOST = 5;

    private static final Area WIDE = Area.of(740, 300);
    private static final Area NARROW = Area.of(340, 260);

    /**
     * Expected success on a topic by day.
     *
     * @param title nothing for all topics together
     */
    public record Line(Optional<String> title, SortedMap<LocalDate, Double> values) {

        /** On the last day with practice, which may be long ago. */
        public double latest() {
            return values.lastEntry().getValue();
        }

        public LocalDate until() {
            return values.lastKey();
        }

        public double before() {
            return values.firstEntry().getValue();
        }

        public LocalDate since() {
            return values.firstKey();
        }

        public Optional<Double> on(LocalDate day) {
            return Optional.ofNullable(values.get(day));
        }
    }

    /** Between which the truth lies with 90 % certainty. */
    public record Ends(double low, double high) {}

    /** A topic that can be shown. */
    public record Choice(String slug, String title, boolean shown) {}

    /**
     * Lines up to today; nothing without any day.
     *
     * @param chosen slugs of the topics to show; none means those that are weakest now
     * @param title what people call a topic
     */
    static Optional<MasteryView> of(
            MasteryHistory history, int days, Collection<String> chosen, LocalDate today, UnaryOperator<String> title) {
        List<MasteryHistory.Day> past = history.items().stream()
                .filter(day -> !day.day().isAfter(today) && day.day().isAfter(today.minusDays(days)))
                .toList();
        if (past.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<LocalDate, Double> all = new TreeMap<>();
        Map<String, SortedMap<LocalDate, Double>> topics = new TreeMap<>();
        for (MasteryHistory.Day day : past) {
            all.put(day.day(), day.mastery());
            day.topics().forEach((topic, mastery) -> topics.computeIfAbsent(topic, _ -> new TreeMap<>())
                    .put(day.day(), mastery));
        }
        SortedMap<LocalDate, Ends> band = band(past);
        List<String> shown = shown(topics, chosen);
        List<Line> lines = Stream.concat(
                        Stream.of(new Line(Optional.empty(), all)),
                        shown.stream()
                                .map(topic ->
                                        new Line(Optional.of(title.apply(topic)), requireNonNull(topics.get(topic)))))
                .toList();
        List<SortedMap<LocalDate, Double>> values =
                lines.stream().map(Line::values).toList();
        List<Choice> choices = topics.keySet().stream()
                .map(topic -> new Choice(topic, title.apply(topic), shown.contains(topic)))
                .sorted(Comparator.comparing(Choice::title))
                .toList();
        return Optional.of(new MasteryView(
                days,
                lines,
                band,
                plot(WIDE, all.firstKey(), today, values, band),
                plot(NARROW, all.firstKey(), today, values, band),
                choices));
    }

    private static LinePlot plot(
            Area area,
            LocalDate first,
            LocalDate today,
            List<SortedMap<LocalDate, Double>> values,
            SortedMap<LocalDate, Ends> band) {
        LinePlot lines = LinePlot.of(area, first, today, values);
        return band.isEmpty() ? lines : lines.between(ends(band, Ends::low), ends(band, Ends::high));
    }

    private static SortedMap<LocalDate, Double> ends(SortedMap<LocalDate, Ends> band, Function<Ends, Double> end) {
        SortedMap<LocalDate, Double> ends = new TreeMap<>();
        band.forEach((day, both) -> ends.put(day, end.apply(both)));
        return ends;
    }

    /** Of all days or of none: a band with holes would say that we are certain in between. */
    private static SortedMap<LocalDate, Ends> band(List<MasteryHistory.Day> days) {
        SortedMap<LocalDate, Ends> band = new TreeMap<>();
        for (MasteryHistory.Day day : days) {
            if (day.low() == null || day.high() == null) {
                return new TreeMap<>();
            }
            band.put(day.day(), new Ends(day.low(), day.high()));
        }
        return band;
    }

    private static List<String> shown(Map<String, SortedMap<LocalDate, Double>> topics, Collection<String> chosen) {
        // From the line on top to the one at the bottom, as their names stand beside the plot.
        Comparator<String> weakestNow = Comparator.comparing(
                topic -> topics.getOrDefault(topic, new TreeMap<>()).lastEntry().getValue());
        return topics.keySet().stream()
                .filter(topic -> chosen.isEmpty() || chosen.contains(topic))
                .sorted(weakestNow)
                .limit(MOST)
                .sorted(weakestNow.reversed())
                .toList();
    }

    /** The days on which something is known, the newest first. */
    public List<LocalDate> table() {
        return List.copyOf(lines.getFirst().values().sequencedKeySet().reversed());
    }
}
