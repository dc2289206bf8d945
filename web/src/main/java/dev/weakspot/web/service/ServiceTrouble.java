package dev.weakspot.web.service;

import dev.weakspot.gate.Seldom;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a page becomes when a service that it cannot do without refuses or is away. */
@Singleton
class ServiceTrouble implements ExceptionHandler<HttpClientException, MutableHttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceTrouble.class);
    private static final String SECONDS = "5";

    private final Seldom seldom = new Seldom();
    private final ErrorResponseProcessor<?> errors;

    ServiceTrouble(ErrorResponseProcessor<?> errors) {
        this.errors = errors;
    }

    @Override
    public MutableHttpResponse<?> handle(
            @SuppressWarnings("rawtypes") HttpRequest request, HttpClientException failure) {
        HttpStatus status = statusOf(failure);
        MutableHttpResponse<?> response = HttpResponse.status(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            seldom.say(times -> LOG.atWarn()
                    .addKeyValue("pages", times)
                    .addKeyValue("service", failure.getServiceId())
                    .addKeyValue("reason", failure.getMessage())
                    .log("Pages could not be shown while a service was away"));
            response.header(HttpHeaders.RETRY_AFTER, SECONDS);
        }
        return errors.processResponse(
                ErrorContext.builder(request).cause(failure).build(), response);
    }

    private static HttpStatus statusOf(HttpClientException failure) {
        if (failure instanceof HttpClientResponseException answer) {
            return switch (answer.getStatus().getCode()) {
                case 404, 410 -> HttpStatus.NOT_FOUND;
                case 429 -> HttpStatus.TOO_MANY_REQUESTS;
                case 500, 502, 503, 504 -> HttpStatus.SERVICE_UNAVAILABLE;
                // Our own token or request was refused: the visitor can do nothing about it.
                case 401, 403 -> HttpStatus.INTERNAL_SERVER_ERROR;
                default -> HttpStatus.BAD_REQUEST;
            };
        }
        return HttpStatus.SERVICE_UNAVAILABLE;
    }
}
