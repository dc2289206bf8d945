package dev.weakspot.gate;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Says when to come again, whoever it was that had no time and did not say. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ComeAgain {

    private static final String SECONDS = "1";

    @ResponseFilter
    void say(MutableHttpResponse<?> response) {
        if (response.code() == HttpStatus.SERVICE_UNAVAILABLE.getCode()
                && !response.getHeaders().contains(HttpHeaders.RETRY_AFTER)) {
            response.header(HttpHeaders.RETRY_AFTER, SECONDS);
        }
    }
}
