package dev.weakspot.practice.session;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a learner's sessions, newest first, without their items.
 *
 * @param nextCursor where the next page begins; absent on the last page
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record SessionPage(List<Session> items, @Nullable String nextCursor) {

    static SessionPage of(List<SessionRow> found, int limit) {
        List<SessionRow> rows = found.subList(0, Math.min(limit, found.size()));
        boolean isLast = found.size() <= limit;
        return new SessionPage(
                rows.stream().map(Session::withoutItems).toList(),
                isLast ? null : Long.toString(rows.getLast().number()));
    }
}
