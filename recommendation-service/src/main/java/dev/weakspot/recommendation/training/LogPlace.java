package dev.weakspot.recommendation.training;

import java.util.UUID;

/**
 * A change's place in a model's log. Equal places have the same history behind them.
 *
 * @param number of the change: of two that are committed, the later one has the greater
 * @param token made for this change alone. Its number may come again: the database forgets what a failed transaction took when it crashes, and when
 *     it is restored from a backup
 */
record LogPlace(long number, UUID token) {

    /** Before the first change. */
    static final LogPlace BEGINNING = new LogPlace(0, new UUID(0, 0));
}
