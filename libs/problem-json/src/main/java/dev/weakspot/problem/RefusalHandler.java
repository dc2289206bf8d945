package dev.weakspot.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** The one place where HTTP knows about refusals. */
@Singleton
@Produces(Problem.CONTENT_TYPE)
final class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<?>> {

    private final ErrorResponseProcessor<?> responses;

    RefusalHandler(ErrorResponseProcessor<?> responses) {
        this.responses = responses;
    }

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, Refusal refusal) {
        MutableHttpResponse<?> response = HttpResponse.status(refusal.status());
        refusal.retryAfter()
                .ifPresent(
                        wait -> response.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds()))));
        ErrorContext context = ErrorContext.builder(request)
                .cause(refusal)
                .errorMessage(refusal.detail())
                .build();
        return responses.processResponse(context, response);
    }
}
