package dev.weakspot.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Refuses an address with a NUL in its path or its query: no name and no text to search for has one. */
@ServerFilter("/**")
final class StorableAddress {

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (request.getUri().toString().contains("%00")) {
            throw new NulInAddress();
        }
    }

    /** The address has a NUL in it. */
    private static final class NulInAddress extends Refusal {
        NulInAddress() {
            super(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    "The request is not valid",
                    "The address must not contain NUL characters");
        }
    }
}
