package dev.weakspot.problem;

import dev.weakspot.gate.Seldom;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.RouteExecutor;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a database that nobody gets through to from a bug: the first is 503 and a warning, the second what the framework makes of it. */
@Singleton
@Produces(Problem.CONTENT_TYPE)
final class BreakageHandler implements ExceptionHandler<RuntimeException, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(BreakageHandler.class);

    private final Seldom seldom = new Seldom();
    private final RefusalHandler refusals;
    private final RouteExecutor framework;

    BreakageHandler(RefusalHandler refusals, RouteExecutor framework) {
        this.refusals = refusals;
        this.framework = framework;
    }

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, RuntimeException failure) {
        Optional<Refusal> away = DatabaseAway.behind(failure);
        if (away.isEmpty()) {
            return framework.createDefaultErrorResponse(request, failure);
        }
        seldom.say(times -> LOG.atWarn()
                .addKeyValue("requests", times)
                .addKeyValue("reason", failure.getMessage())
                .log("Requests did not get through to the database"));
        return refusals.handle(request, away.get());
    }
}
