package dev.weakspot.practice.attempt;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A place among all attempts by when they were recorded.
 *
 * @param at in microseconds
 * @param attempt tells apart what was recorded together
 */
record TailCursor(Instant at, UUID attempt) {

    static final String PATTERN = "[0-9]{1,16}[.][0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    static final String BEGINNING = "0.00000000-0000-0000-0000-000000000000";

    static TailCursor of(TailItem item) {
        return new TailCursor(item.recordedAt(), item.attemptId());
    }

    /** Reads what matches {@link #PATTERN}. */
    static TailCursor of(String text) {
        int dot = text.indexOf('.');
        Instant at = Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS);
        return new TailCursor(at, UUID.fromString(text.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + attempt;
    }
}
