package dev.weakspot.practice.attempt;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a learner's attempts, newest first.
 *
 * @param nextCursor where the next page begins; absent on the last page
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record AttemptPage(List<Attempt> items, @Nullable String nextCursor) {

    static AttemptPage of(List<Attempt> found, int limit) {
        List<Attempt> items = found.subList(0, Math.min(limit, found.size()));
        boolean isLast = found.size() <= limit;
        return new AttemptPage(
                items, isLast ? null : Long.toString(items.getLast().sequence()));
    }
}
