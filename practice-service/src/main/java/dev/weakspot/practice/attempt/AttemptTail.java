package dev.weakspot.practice.attempt;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/**
 * The newest attempts of all learners, newest first.
 *
 * @param cursor asks for what is newer than these
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record AttemptTail(List<TailItem> items, String cursor) {

    static AttemptTail of(List<TailItem> found, TailCursor after) {
        TailCursor newest = found.isEmpty() ? after : TailCursor.of(found.getFirst());
        return new AttemptTail(found, newest.toString());
    }
}
