package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was believed of a learner at the end of each day on which they practised. */
@Serdeable
public record MasteryHistory(List<Day> items) {

    /**
     * The end of a day.
     *
     * @param mastery mean expected success over the topics that had been answered on
     * @param low lower end of its 90 % interval, where the service says it
     * @param high upper end of its 90 % interval, where the service says it
     * @param topics expected success on each of them, by slug
     */
    @Serdeable
    public record Day(
            LocalDate day,
            double mastery,
            @Nullable Double low,
            @Nullable Double high,
            Map<String, Double> topics) {}
}
