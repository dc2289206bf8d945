package dev.weakspot.outbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One message as it will stand on Kafka. Immutable. */
public sealed interface OutboxMessage {

    String topic();

    String key();

    CloudEvent event();

    /** The headers exactly as they are sent. */
    Map<String, String> headers();

    /** A message with a value. */
    record Event(String topic, String key, CloudEvent event, String json) implements OutboxMessage {

        public Event {
            requireAddress(topic, key);
            if (json.isBlank()) {
                throw new IllegalArgumentException("An event without a value is a tombstone: say so");
            }
        }

        @Override
        public Map<String, String> headers() {
            var headers = new LinkedHashMap<>(event.headers());
            headers.put("content-type", "application/json");
            return Collections.unmodifiableMap(headers);
        }
    }

    /** A message without a value: what the key stood for is gone, and compaction forgets it. */
    record Tombstone(String topic, String key, CloudEvent event) implements OutboxMessage {

        public Tombstone {
            requireAddress(topic, key);
        }

        @Override
        public Map<String, String> headers() {
            return event.headers();
        }
    }

    private static void requireAddress(String topic, String key) {
        if (topic.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("A message needs a topic and a key");
        }
    }
}
