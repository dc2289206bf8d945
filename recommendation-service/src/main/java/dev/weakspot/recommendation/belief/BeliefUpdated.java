package dev.weakspot.recommendation.belief;

import dev.weakspot.outbox.CloudEvent;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.UUID;

/** The event on {@code recommendation.beliefs.v1}, as {@code contracts/} describes it. */
@Serdeable(naming = SnakeCaseStrategy.class)
record BeliefUpdated(
        UUID learnerId,
        String topic,
        long sequence,
        double mastery,
        double masteryLow,
        double masteryHigh,
        int attempts,
        String model,
        Instant updatedAt) {

    private static final String TYPE = "dev.weakspot.recommendation.belief.updated";
    private static final String SOURCE = "/weakspot/recommendation-service";

    String key() {
        return learnerId + "/" + topic;
    }

    CloudEvent event() {
        return new CloudEvent("belief/" + key() + "/" + sequence, TYPE, SOURCE, updatedAt);
    }
}
