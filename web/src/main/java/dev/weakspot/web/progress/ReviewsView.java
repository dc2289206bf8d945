package dev.weakspot.web.progress;

import dev.weakspot.web.chart.Area;
import dev.weakspot.web.chart.BarPlot;
import dev.weakspot.web.service.Reviews;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Questions that a learner should see again: those that are due, and when the others will be. */
public record ReviewsView(int due, BarPlot wide, BarPlot narrow) {

    private static final Area WIDE = Area.of(740, 200);
    private static final Area NARROW = Area.of(340, 190);

    /** Nothing without a forecast. */
    static Optional<ReviewsView> of(Reviews reviews) {
        if (reviews.forecast().isEmpty()) {
            return Optional.empty();
        }
        SequencedMap<LocalDate, Integer> counts = new LinkedHashMap<>();
        reviews.forecast().forEach(day -> counts.merge(day.day(), day.reviews(), Integer::sum));
        return Optional.of(new ReviewsView(reviews.due(), BarPlot.of(WIDE, counts), BarPlot.of(NARROW, counts)));
    }

    public int coming() {
        return wide.bars().stream().mapToInt(BarPlot.Bar::count).sum();
    }
}
