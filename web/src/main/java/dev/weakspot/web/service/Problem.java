package dev.weakspot.web.service;

import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a service refuses, after RFC 9457: its type is an address that ends in a stable name. */
@Serdeable
public record Problem(@Nullable String type) {

    /** The stable name of what was refused: goal-has-passed; nothing when the service did not say. */
    public static Optional<String> nameOf(HttpClientResponseException refusal) {
        return refusal.getResponse()
                .getBody(String.class)
                .flatMap(Problem::read)
                .map(Problem::type)
                .map(Problem::name);
    }

    private static Optional<Problem> read(String body) {
        try {
            return Optional.ofNullable(JsonMapper.createDefault().readValue(body, Problem.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String name(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
