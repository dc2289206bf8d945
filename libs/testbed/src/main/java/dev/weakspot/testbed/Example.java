package dev.weakspot.testbed;

import java.util.Map;

/** A golden message of a topic. The payload is JSON text; that of a tombstone is {@code null}, the JSON word. */
public record Example(String name, String key, Map<String, String> headers, String payload) {

    public Example {
        headers = Map.copyOf(headers);
    }

    public boolean isTombstone() {
        return payload.equals("null");
    }
}
