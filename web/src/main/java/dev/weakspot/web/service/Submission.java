package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer on its way to be graded.
 *
 * @param answer in the shape that the question asks for, its {@code type} included
 * @param certainty how sure the learner was, from 0 to 1, before they saw the grade
 * @param sessionId the set that it is part of, when there is one
 * @param answeredAt absent is now
 * @param simulated whether no person made it
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record Submission(
        UUID attemptId,
        String questionId,
        int questionVersion,
        Map<String, Object> answer,
        @Nullable Long responseTimeMs,
        int hintsUsed,
        @Nullable Double certainty,
        @Nullable UUID sessionId,
        @Nullable Instant answeredAt,
        @Nullable Boolean simulated) {}
