package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is believed of a learner on each topic that they have answered on. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record Beliefs(AsOf asOf, List<Belief> items) {

    /** Expected success, between low and high with 90 % certainty. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Belief(
            String topic,
            String title,
            double mastery,
            double low,
            double high,
            int attempts,
            Instant lastAnsweredAt) {}

    public Optional<Belief> of(String topic) {
        return items.stream().filter(belief -> belief.topic().equals(topic)).findFirst();
    }
}
