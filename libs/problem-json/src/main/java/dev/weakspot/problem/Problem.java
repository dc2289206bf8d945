package dev.weakspot.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An error as RFC 9457 writes it.
 *
 * @param type stable name of the kind of problem; {@code about:blank} when the status says it all
 * @param title the same for each problem of a type
 * @param status the HTTP status
 * @param detail what happened this time; absent for 5xx
 * @param violations the fields to change, when it is about fields
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(URI type, String title, int status, Optional<String> detail, List<Violation> violations) {

    public static final String CONTENT_TYPE = "application/problem+json";

    static final URI BLANK = URI.create("about:blank");
    static final URI INVALID_REQUEST = URI.create("https://weakspot.dev/problems/invalid-request");

    public Problem {
        violations = List.copyOf(violations);
    }

    /**
     * One field that has to change.
     *
     * @param field its path in the request, as the caller writes it
     * @param message what it must be
     */
    @Serdeable
    public record Violation(String field, String message) {}
}
