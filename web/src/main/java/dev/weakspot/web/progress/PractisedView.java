package dev.weakspot.web.progress;

import dev.weakspot.web.chart.DayGrid;
import dev.weakspot.web.service.Days;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * On which days a learner has practised.
 *
 * @param days those with answers, the newest first
 * @param streak days in a row up to now
 * @param longest most days in a row
 * @param wide a year, for large screens
 * @param narrow as many weeks as a small screen has room for
 */
public record PractisedView(List<Days.Day> days, int streak, int longest, DayGrid wide, DayGrid narrow) {

    private static final int WEEKS = 53;
    private static final int FEWER_WEEKS = 23;

    static PractisedView of(Days practised, LocalDate today) {
        List<Days.Day> days = practised.items().stream()
                .sorted(Comparator.comparing(Days.Day::day).reversed())
                .toList();
        Map<LocalDate, Integer> answers =
                days.stream().collect(Collectors.toMap(Days.Day::day, Days.Day::attempts, Integer::sum));
        return new PractisedView(
                days,
                practised.streak(today),
                days.stream()
                        .map(Days.Day::day)
                        .mapToInt(practised::streak)
                        .max()
                        .orElse(0),
                DayGrid.of(today, WEEKS, answers),
                DayGrid.of(today, FEWER_WEEKS, answers));
    }

    public int answers() {
        return days.stream().mapToInt(Days.Day::attempts).sum();
    }

    public long hours() {
        return Duration.ofSeconds(days.stream().mapToLong(Days.Day::seconds).sum())
                .toHours();
    }

    /** How many answers make which shade: the lowest and the highest number, the latter 0 without end. */
    public List<Shade> shades() {
        List<Integer> steps = DayGrid.STEPS;
        return IntStream.range(0, steps.size())
                .mapToObj(i -> new Shade(i + 1, steps.get(i), i + 1 < steps.size() ? steps.get(i + 1) - 1 : 0))
                .toList();
    }

    /** Days with so many answers. */
    public record Shade(int level, int from, int to) {}
}
