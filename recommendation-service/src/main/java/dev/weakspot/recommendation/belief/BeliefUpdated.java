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

    /** Another model's belief after the same attempt is another event; the same model's is the same, however often it is told. */
    CloudEvent event() {
        return new CloudEvent("belief/" + key() + "/" + sequence + "/" + modelName(), TYPE, SOURCE, updatedAt);
    }

    /** Without how many attempts it had learned from. */
    private String modelName() {
        return model.split("@", 2)[0];
    }
}
