package dev.weakspot.outbox;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Headers as the outbox keeps them: a JSON object of strings, which a human can read in {@code psql}. */
@Singleton
final class MessageHeaders {

    private final JsonMapper json;

    MessageHeaders(JsonMapper json) {
        this.json = json;
    }

    String format(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> parse(String headers) {
        try {
            return json.readValue(headers, Argument.mapOf(String.class, String.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
