package dev.weakspot.recommendation.belief;

import dev.weakspot.model.bayes.Gaussian;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** The general level of a learner, as stored. */
@MappedEntity("learner")
record LearnerRow(@Id UUID learnerId, long sequence, Instant answeredAt, double mean, double variance) {

    Gaussian general() {
        return new Gaussian(mean, variance);
    }
}
