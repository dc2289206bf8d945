package dev.weakspot.web.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Days as squares: a column for each week, Monday on top, the current week last.
 *
 * @param width of the whole picture
 * @param height of the whole picture
 */
public record DayGrid(int width, int height, List<Cell> cells, List<Month> months) {

    /** From so many answers a day on, its square is one step darker. */
    public static final List<Integer> STEPS = List.of(1, 5, 10, 20);

    private static final int STEP = 13;
    private static final int LEFT = 30;
    private static final int TOP = 18;
    private static final int ROOM_FOR_A_MONTH = 3;

    /** A day; its level is 0 without answers and 4 with the most. */
    public record Cell(LocalDate day, int answers, int level, int x, int y) {}

    /** Where the name of a month stands. */
    public record Month(LocalDate first, int x) {}

    /** The last weeks up to today. */
    public static DayGrid of(LocalDate today, int weeks, Map<LocalDate, Integer> answers) {
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(weeks - 1);
        List<Cell> cells = monday.datesUntil(today.plusDays(1))
                .map(day -> cell(day, monday, answers.getOrDefault(day, 0)))
                .toList();
        List<Month> months = Stream.iterate(
                        monday.withDayOfMonth(1), day -> !day.isAfter(today), day -> day.plusMonths(1))
                .filter(first -> first.isAfter(monday.minusDays(7)))
                .map(first -> new Month(first, LEFT + STEP * column(monday, first)))
                .filter(month -> month.x() <= LEFT + STEP * (weeks - ROOM_FOR_A_MONTH))
                .toList();
        return new DayGrid(LEFT + STEP * weeks, TOP + STEP * 7, cells, months);
    }

    private static Cell cell(LocalDate day, LocalDate monday, int answers) {
        int level = (int) STEPS.stream().filter(step -> answers >= step).count();
        int row = day.getDayOfWeek().getValue() - 1;
        return new Cell(day, answers, level, LEFT + STEP * column(monday, day), TOP + STEP * row);
    }

    private static int column(LocalDate monday, LocalDate day) {
        return (int) Math.max(0, Math.floorDiv(day.toEpochDay() - monday.toEpochDay(), 7L));
    }

    /** How far down the name of a weekday stands. */
    public int yOf(DayOfWeek day) {
        return TOP + STEP * (day.getValue() - 1);
    }
}
