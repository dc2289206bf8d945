package dev.weakspot.gate;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;

/** Gives the service's own body to what the framework refuses with a status alone, as it does with pages of strangers that call us. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EmptyRefusals {

    private final ErrorResponseProcessor<?> responses;

    EmptyRefusals(ErrorResponseProcessor<?> responses) {
        this.responses = responses;
    }

    @ResponseFilter
    MutableHttpResponse<?> say(HttpRequest<?> request, MutableHttpResponse<?> response) {
        boolean isSilent = response.code() >= 400 && response.getBody().isEmpty();
        return isSilent
                ? responses.processResponse(ErrorContext.builder(request).build(), response)
                : response;
    }
}
