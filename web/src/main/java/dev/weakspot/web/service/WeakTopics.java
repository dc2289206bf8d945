package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/** The topics that a learner has answered on, the weakest first. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record WeakTopics(AsOf asOf, List<WeakTopic> items) {

    /**
     * How well a learner does on a topic.
     *
     * @param mastery expected success, between low and high with 90 % certainty
     * @param trend rising, steady or falling
     * @param kinds the same by kind of question, the weakest first
     * @param because why it stands where it does, as a sentence
     */
    @Serdeable
    public record WeakTopic(
            String topic,
            String title,
            double mastery,
            double low,
            double high,
            int attempts,
            String trend,
            List<Kind> kinds,
            String because) {}

    /** How well a learner does on one kind of a topic's questions. */
    @Serdeable
    public record Kind(String kind, double mastery, double low, double high) {}
}
