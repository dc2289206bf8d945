package dev.weakspot.practice.attempt;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recorded attempt as its learner may read it: a row of {@code attempt}. */
@MappedEntity("attempt")
@Serdeable(naming = SnakeCaseStrategy.class)
record Attempt(
        @Id @MappedProperty("id") UUID attemptId,
        long sequence,
        String questionId,
        int questionVersion,
        String questionKind,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> topics,
        @TypeDef(type = DataType.JSON) AnswerBody answer,
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
        boolean simulated) {}
