package dev.weakspot.outbox;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code outbox}: the message exactly as it is sent, and when it was appended. No payload is a tombstone. */
record OutboxRow(
        long seq,
        String topic,
        String key,
        Map<String, String> headers,
        @Nullable String payload,
        Instant appendedAt) {

    OutboxRow {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
