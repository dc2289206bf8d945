package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set to begin.
 *
 * @param questionIds those that are recommended; without any, practice chooses
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record NewSession(
        UUID sessionId,
        int size,
        List<String> questionIds,
        @Nullable String topic) {

    /** The next questions of a set, from a position on. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record More(int from, List<String> questionIds) {}
}
