package dev.weakspot.recommendation.belief;

import dev.weakspot.inbox.CannotConsume;
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

    /** Fails with {@link CannotConsume} when it cannot be read: the learner's next attempt is not to blame for that. */
    Learner toLearner() {
        return new Learner(new LearnerId(learnerId), sequence, answeredAt, readMemory());
    }

    private LearnerMemory readMemory() {
        try {
            return LearnerMemory.of(memory);
        } catch (IllegalArgumentException e) {
            throw new CannotConsume(
                    "What is remembered of learner " + learnerId + " cannot be read by this service", e);
        }
    }
}
