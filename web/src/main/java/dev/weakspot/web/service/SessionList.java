package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A learner's sets, newest first. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record SessionList(List<Summary> items) {

    /** A set without its questions. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Summary(
            UUID sessionId,
            String status,
            int size,
            @Nullable String topic,
            int answered,
            int correct,
            Instant startedAt) {}
}
