package dev.weakspot.gate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets so many requests in at once and tells the others when to come again, at once and before anything is done for them.
 * Whoever watches over the service is always let in.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Turnstile {

    private static final String INSIDE = "weakspot.inside";

    private final int most;
    private final AtomicInteger inside = new AtomicInteger();

    Turnstile(GateLimits limits, MeterRegistry meters) {
        this.most = limits.requests();
        Gauge.builder("weakspot.requests.running", inside, AtomicInteger::get)
                .description("Requests in progress")
                .register(meters);
    }

    @RequestFilter
    void enter(HttpRequest<?> request) {
        if (isOfAWatcher(request.getPath())) {
            return;
        }
        if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Too many requests are in progress.");
        }
        request.setAttribute(INSIDE, true);
    }

    private static boolean isOfAWatcher(String path) {
        return path.startsWith("/health") || path.equals("/prometheus");
    }

    @ResponseFilter
    void leave(HttpRequest<?> request) {
        if (request.removeAttribute(INSIDE, Boolean.class).isPresent()) {
            inside.decrementAndGet();
        }
    }
}
