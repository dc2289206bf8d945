package dev.weakspot.recommendation.belief;

import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.recommendation.learner.LearnerId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A learner, as stored. */
@MappedEntity("learner")
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record LearnerRow(@Id UUID learnerId, long sequence, Instant answeredAt, byte[] memory) {

    Learner toLearner() {
        return new Learner(new LearnerId(learnerId), sequence, answeredAt, LearnerMemory.of(memory));
    }
}
