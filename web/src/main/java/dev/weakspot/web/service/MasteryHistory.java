package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What was believed of a learner at the end of each day on which they practised. */
@Serdeable
public record MasteryHistory(List<Day> items) {

    /**
     * The end of a day.
     *
     * @param mastery mean expected success over the topics that had been answered on
     * @param topics expected success on each of them, by slug
     */
    @Serdeable
    public record Day(LocalDate day, double mastery, Map<String, Double> topics) {}
}
