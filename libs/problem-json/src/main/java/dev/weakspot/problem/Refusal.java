package dev.weakspot.problem;

import io.micronaut.http.HttpStatus;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Something the domain will not do, by name. It leaves as a problem+json body with this status, type, title and detail.
 *
 * <p>Throwing one is not a breakage: it carries no stack trace and is not logged. The type is part of the API and never
 * changes; the detail is for the person reading it and may.
 */
public abstract class Refusal extends RuntimeException {

    private static final String TYPES = "https://weakspot.dev/problems/";

    private final HttpStatus status;
    private final URI type;
    private final String title;
    private final String detail;

    /**
     * @param status 4xx, or 503 when the caller should come again
     * @param type kebab-case name, unique among problems: {@code unknown-question}
     * @param title what the type means, the same sentence each time
     * @param detail what the caller should change
     */
    protected Refusal(HttpStatus status, String type, String title, String detail) {
        super(detail, null, false, false);
        this.status = Objects.requireNonNull(status);
        this.type = URI.create(TYPES + type);
        this.title = Objects.requireNonNull(title);
        this.detail = Objects.requireNonNull(detail);
    }

    public final HttpStatus status() {
        return status;
    }

    public final URI type() {
        return type;
    }

    public final String title() {
        return title;
    }

    public final String detail() {
        return detail;
    }

    /** How long the caller should wait before trying again, when waiting helps. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}
