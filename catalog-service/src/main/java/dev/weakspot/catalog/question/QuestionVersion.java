package dev.weakspot.catalog.question;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;

/**
 * One published version of a question. It never changes, and travels in this shape, with its answer key: to authors over
 * REST, to the services on Kafka.
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record QuestionVersion(
        QuestionId questionId, int version, @JsonUnwrapped Question question, Instant publishedAt)
        implements ReadableQuestion {

    public QuestionVersion {
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
    }
}
