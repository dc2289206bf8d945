package dev.weakspot.web.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Days from left to right.
 *
 * @param ticks days with a label, the last day among them, all equally far apart
 */
public record DayAxis(LocalDate first, LocalDate last, Scale scale, List<LocalDate> ticks) {

    private static final int ROOM_FOR_A_LABEL = 70;
    private static final int[] STEPS = {1, 2, 7, 14, 28, 56, 91, 182};

    /** From the first to the last day. A single day stands in the middle. */
    static DayAxis of(LocalDate first, LocalDate last, Area area) {
        int days = Math.toIntExact(ChronoUnit.DAYS.between(first, last));
        if (days < 0) {
            throw new IllegalArgumentException("The last day is before the first");
        }
        Scale scale =
                days == 0 ? new Scale(-1, 1, area.left(), area.right()) : new Scale(0, days, area.left(), area.right());
        int fitting = Math.max(1, (area.right() - area.left()) / ROOM_FOR_A_LABEL);
        int step = IntStream.of(STEPS)
                .filter(candidate -> days / candidate <= fitting)
                .findFirst()
                .orElse(Math.max(1, days));
        List<LocalDate> ticks = Stream.iterate(last, day -> !day.isBefore(first), day -> day.minusDays(step))
                .toList()
                .reversed();
        return new DayAxis(first, last, scale, ticks);
    }

    public double at(LocalDate day) {
        return scale.at((double) ChronoUnit.DAYS.between(first, day));
    }
}
