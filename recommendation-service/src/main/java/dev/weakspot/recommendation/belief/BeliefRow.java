package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Trend;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * How well a learner does on a topic, as last published.
 *
 * @param surprise how much better than expected they have done lately
 */
@MappedEntity("belief")
record BeliefRow(
        @Id UUID learnerId,
        @Id String topic,
        int attempts,
        Instant answeredAt,
        double mastery,
        double low,
        double high,
        double surprise) {

    Trend trend() {
        return new Trend(surprise, attempts);
    }
}
