package dev.weakspot.practice.session;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as stored, with the tally of its attempts.
 *
 * @param number grows with each session of all learners
 */
@MappedEntity("session")
record SessionRow(
        @Id UUID id,
        long number,
        UUID learnerId,
        String fingerprint,
        int size,
        @Nullable String topic,
        @Nullable String level,
        Instant startedAt,
        @Nullable Instant completedAt,
        int answered,
        int correct,
        @Nullable Double meanScore) {

    boolean isCompleted() {
        return completedAt != null;
    }

    String status() {
        return isCompleted() ? "completed" : "running";
    }
}
