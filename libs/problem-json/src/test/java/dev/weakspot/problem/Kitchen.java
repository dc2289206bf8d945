package dev.weakspot.problem;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A service that goes wrong in every way a service can. */
@Controller("/kitchen")
@Secured(SecurityRule.IS_ANONYMOUS)
class Kitchen {

    @Get("/refuses")
    String refuses() {
        throw new UnknownDish("haggis");
    }

    @Get("/is-full")
    String isFull() {
        throw new NoTableFree();
    }

    @Get("/burns")
    String burns() {
        throw new IllegalStateException("password=hunter2");
    }

    @Get("/water-is-off")
    String waterIsOff() {
        throw new IllegalStateException("no water", new SQLException("I/O error", "08006"));
    }

    @Get("/all-taps-are-taken")
    String allTapsAreTaken() {
        throw new IllegalStateException("no water", new SQLTransientConnectionException("timed out after 3000ms"));
    }

    @Get("/water-is-off-later")
    CompletionStage<String> waterIsOffLater() {
        return CompletableFuture.supplyAsync(this::waterIsOff);
    }

    @Get("/pipe-is-broken")
    String pipeIsBroken() {
        throw new IllegalStateException("no water", new SQLException("syntax error", "42601"));
    }

    @Get("/guests")
    String guests(@QueryValue @Max(8) int partySize) {
        return "table for " + partySize;
    }

    @Get("/dishes")
    String dishes(@RequestBean @Valid Wish wish) {
        return wish.dish();
    }

    @Get("/menu")
    String menu(@QueryValue Set<@Size(max = 9) String> courses) {
        return "a menu of " + courses;
    }

    @Post("/orders")
    Order order(@Body @Valid Order order) {
        return order;
    }

    @Get("/cellar")
    @Secured("sommelier")
    String cellar() {
        return "wine";
    }

    @Introspected
    record Wish(
            @QueryValue(value = "q", defaultValue = "") @Size(max = 5) String dish,

            @QueryValue(value = "for", defaultValue = "1") int guests) {}

    @Serdeable(naming = SnakeCaseStrategy.class)
    record Order(@NotNull UUID orderId, @Size(max = 3) List<@Size(max = 9) @StorableText String> dishNames, Tip tip) {}

    @Serdeable
    record Tip(int percent) {
        Tip {
            if (percent < 0) {
                throw new IllegalArgumentException("percent must not be negative");
            }
        }
    }

    static final class UnknownDish extends Refusal {
        UnknownDish(String dish) {
            super(HttpStatus.NOT_FOUND, "unknown-dish", "There is no such dish", "No dish is called " + dish);
        }
    }

    static final class NoTableFree extends Refusal {
        NoTableFree() {
            super(HttpStatus.SERVICE_UNAVAILABLE, "no-table-free", "Every table is taken", "Come again soon");
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(Duration.ofMillis(1500));
        }
    }
}
