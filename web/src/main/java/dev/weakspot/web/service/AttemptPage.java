package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of a learner's attempts, newest first.
 *
 * @param nextCursor where the next page begins; absent on the last page
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record AttemptPage(List<Item> items, @Nullable String nextCursor) {

    /** An attempt without its answer. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Item(
            UUID attemptId,
            String questionId,
            int questionVersion,
            String questionKind,
            List<String> topics,
            double score,
            boolean correct,
            String gradedBy,
            @Nullable Double certainty,
            Instant answeredAt) {}
}
