package dev.weakspot.web.service;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.Optional;
import java.util.function.Supplier;

/** Parts of a page may be missing while the service that knows them is away; the rest of the page is shown. */
public final class Reach {

    private Reach() {}

    /** What a service answers; nothing while it is away or breaks, or when there is no such thing. */
    public static <T> Optional<T> ask(Supplier<T> question) {
        try {
            // The client answers 404 with null.
            return Optional.ofNullable(question.get());
        } catch (HttpClientException e) {
            requireAway(e);
            return Optional.empty();
        }
    }

    /** What a service answers; when it says that there is no such thing, there is no such page. */
    public static <T> T get(Supplier<T> question) {
        return Optional.ofNullable(question.get())
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "There is no such thing."));
    }

    /** Whether a service did not answer or broke. What it refuses is its answer. */
    public static boolean isAway(HttpClientException failure) {
        return !(failure instanceof HttpClientResponseException answer)
                || answer.getStatus().getCode() >= 500;
    }

    /** Passes on what a service refuses: it is there, and this is its answer. */
    static void requireAway(HttpClientException failure) {
        if (!isAway(failure)) {
            throw failure;
        }
    }
}
