package dev.weakspot.practice.attempt;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a question, as a client submits it.
 *
 * @param attemptId made by the client, once per attempt: sending it again is harmless
 * @param questionId the question
 * @param questionVersion the version that the learner saw
 * @param answer in the shape that the question asks for
 * @param responseTimeMs from question shown to answer sent, in milliseconds; absent when not measured
 * @param hintsUsed how many hints were opened; absent is none
 * @param selfRating how it felt: 1 again, 2 hard, 3 good, 4 easy; absent when not asked
 * @param sessionId the session on whose item it is, when there is one
 * @param answeredAt by the client's clock; absent is now
 * @param certainty how sure the learner was before the grade was shown, from 0 to 1; absent when not asked
 * @param simulated whether a simulator made it and no person; absent is a person
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record Submission(
        @NotNull UUID attemptId,

        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9.-]{0,79}") String questionId,

        @Min(1) int questionVersion,
        @NotNull @Valid AnswerBody answer,
        @Nullable @Min(0) @Max(86_400_000) Long responseTimeMs,
        @Nullable @Min(0) @Max(100) Integer hintsUsed,
        @Nullable @Min(1) @Max(4) Integer selfRating,
        @Nullable UUID sessionId,
        @Nullable Instant answeredAt,
        @Nullable @DecimalMin("0") @DecimalMax("1") Double certainty,
        @Nullable Boolean simulated) {

    // No word about it and a no are one submission, and that of a client which does not know the field.
    Submission {
        simulated = Boolean.TRUE.equals(simulated) ? Boolean.TRUE : null;
    }

    boolean isSimulated() {
        return simulated != null;
    }

    @Override
    public Integer hintsUsed() {
        return hintsUsed == null ? 0 : hintsUsed;
    }
}
