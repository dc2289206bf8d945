package dev.weakspot.practice.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event on {@code practice.attempts.v1}, as {@code contracts/} describes it. No answer is in it. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttemptRecorded(
        UUID attemptId,
        UUID learnerId,
        long sequence,
        String questionId,
        int questionVersion,
        String questionKind,
        double difficulty,
        List<String> topics,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable Map<String, Double> topicWeights,

        double score,
        boolean correct,
        String gradedBy,
        @Nullable Long responseTimeMs,
        int hintsUsed,
        @Nullable Integer selfRating,
        @Nullable UUID sessionId,
        Instant answeredAt,
        Instant recordedAt,
        @Nullable Double certainty,
        @Nullable Boolean simulated) {

    static final String TYPE = "dev.weakspot.practice.attempt.recorded";
    static final String SOURCE = "/weakspot/practice-service";
}
