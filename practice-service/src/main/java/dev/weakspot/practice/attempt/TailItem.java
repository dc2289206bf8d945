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

/** An attempt as anybody may see it who watches the service: a pseudonym and no answer. */
@MappedEntity("attempt")
@Serdeable(naming = SnakeCaseStrategy.class)
record TailItem(
        @Id @MappedProperty("id") UUID attemptId,
        UUID learnerId,
        long sequence,
        String questionId,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> topics,
        double score,
        String gradedBy,
        boolean simulated,
        Instant recordedAt) {}
