package dev.weakspot.outbox;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The CloudEvents 1.0 attributes of one message, in Kafka's binary content mode. Immutable.
 *
 * @param id the same on every retry, so that a consumer can tell a duplicate
 * @param type what happened, such as {@code dev.weakspot.practice.attempt.recorded}
 * @param source who says so, such as {@code /weakspot/practice-service}
 * @param time when it happened
 */
public record CloudEvent(String id, String type, String source, Instant time) {

    public CloudEvent {
        requireText("id", id);
        requireText("type", type);
        requireText("source", source);
    }

    /** The {@code ce_…} headers, in the order in which they are sent. */
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", type);
        headers.put("ce_source", source);
        headers.put("ce_time", time.toString());
        return Collections.unmodifiableMap(headers);
    }

    private static void requireText(String attribute, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A cloud event needs its " + attribute);
        }
    }
}
