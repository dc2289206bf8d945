package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/** What to practise next, best first. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record Suggestions(AsOf asOf, List<Suggestion> items) {

    /**
     * A question and why it is worth answering.
     *
     * @param predicted expected success
     * @param because the reasons as a sentence
     * @param turningPoint what would change it, as a sentence
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Suggestion(
            String questionId,
            int version,
            String kind,
            String level,
            String topic,
            double predicted,
            String because,
            String turningPoint) {}
}
