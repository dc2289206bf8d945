package dev.weakspot.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that are compressed, or encoded in some other way. They are small, a few bytes can stand for gigabytes,
 * and the framework ends as a breakage on those that are broken.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PlainBodies {

    private static final String PLAIN = "identity";

    @RequestFilter
    void check(HttpRequest<?> request) {
        @Nullable String encoding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase(PLAIN)) {
            // RFC 9110, 15.5.16
            throw new HttpStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must not be encoded.");
        }
    }
}
