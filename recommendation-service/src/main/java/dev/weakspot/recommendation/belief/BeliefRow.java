package dev.weakspot.recommendation.belief;

import dev.weakspot.model.bayes.Gaussian;
import dev.weakspot.model.bayes.TopicBelief;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A learner's level on a topic, as stored. */
@MappedEntity("belief")
record BeliefRow(
        @Id UUID learnerId,
        @Id String topic,
        double mean,
        double variance,
        int attempts,
        Instant answeredAt,
        double mastery) {

    TopicBelief toTopicBelief() {
        return new TopicBelief(new Gaussian(mean, variance), attempts, answeredAt);
    }
}
