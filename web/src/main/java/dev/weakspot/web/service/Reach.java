package dev.weakspot.web.service;

import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.util.Optional;
import java.util.function.Supplier;

/** Parts of a page may be missing while the service that knows them is away; the rest of the page is shown. */
public final class Reach {

    private Reach() {}

    /** What a service answers; nothing while it is away or breaks. What it refuses is for the caller. */
    public static <T> Optional<T> ask(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (HttpClientException e) {
            requireAway(e);
            return Optional.empty();
        }
    }

    /** What a service answers; nothing when it says that there is no such thing. */
    public static <T> Optional<T> find(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (HttpClientResponseException e) {
            if (e.getStatus().getCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Passes on what a service refuses: it is there, and this is its answer. */
    static void requireAway(HttpClientException failure) {
        if (failure instanceof HttpClientResponseException answer
                && answer.getStatus().getCode() < 500) {
            throw answer;
        }
    }
}
