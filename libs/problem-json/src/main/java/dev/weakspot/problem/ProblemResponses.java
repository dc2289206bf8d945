package dev.weakspot.problem;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives every error, the framework's and the domain's, its one body. A browser gets the same one: there are no pages
 * here. 5xx tell the caller nothing.
 */
@Singleton
final class ProblemResponses implements ErrorResponseProcessor<Problem> {

    private static final MediaType PROBLEM_JSON = new MediaType(Problem.CONTENT_TYPE);

    private final HttpServerConfiguration server;

    ProblemResponses(HttpServerConfiguration server) {
        this.server = server;
    }

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = HttpStatus.valueOf(response.code());
        return response.body(problem(context, status)).contentType(PROBLEM_JSON);
    }

    private Problem problem(ErrorContext context, HttpStatus status) {
        @Nullable Throwable cause = context.getRootCause().orElse(null);
        if (cause instanceof Refusal refusal) {
            return new Problem(
                    refusal.type(), refusal.title(), status.getCode(), Optional.of(refusal.detail()), List.of());
        }
        if (cause instanceof ContentLengthExceededException) {
            String detail = "A body has %d bytes at most.".formatted(server.getMaxRequestSize());
            return new Problem(Problem.BLANK, status.getReason(), status.getCode(), Optional.of(detail), List.of());
        }
        if (status != HttpStatus.BAD_REQUEST) {
            return new Problem(Problem.BLANK, status.getReason(), status.getCode(), Optional.empty(), List.of());
        }
        List<Problem.Violation> violations = violations(cause);
        Optional<String> detail = violations.isEmpty() ? Optional.of(Wording.unreadable(cause)) : Optional.empty();
        return new Problem(Problem.INVALID_REQUEST, "The request is not valid", status.getCode(), detail, violations);
    }

    private static List<Problem.Violation> violations(@Nullable Throwable cause) {
        if (cause instanceof ConstraintViolationException invalid) {
            return invalid.getConstraintViolations().stream()
                    .map(violation -> new Problem.Violation(Wording.field(violation), violation.getMessage()))
                    .sorted(Comparator.comparing(Problem.Violation::field))
                    .toList();
        }
        if (cause instanceof UnsatisfiedRouteException missing) {
            return List.of(new Problem.Violation(Wording.argument(missing.getArgument()), "is required"));
        }
        if (cause instanceof ConversionErrorException wrong) {
            String field = Wording.decodedField(wrong).orElseGet(() -> Wording.argument(wrong.getArgument()));
            return List.of(new Problem.Violation(field, Wording.unreadable(wrong)));
        }
        return Wording.decodedField(cause)
                .map(field -> new Problem.Violation(field, Wording.unreadable(cause)))
                .stream()
                .toList();
    }
}
