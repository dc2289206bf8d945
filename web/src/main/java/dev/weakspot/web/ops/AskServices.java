package dev.weakspot.web.ops;

import dev.weakspot.web.account.Role;
import dev.weakspot.web.service.Reach;
import dev.weakspot.web.token.AccessTokens;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;

/** Asks each service how it is, in the name of nobody in particular. */
@Singleton
class AskServices {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int NEWEST = 30;

    private final SequencedMap<String, BlockingHttpClient> services = new LinkedHashMap<>();
    private final AccessTokens tokens;

    AskServices(
            @Client(id = "catalog") HttpClient catalog,
            @Client(id = "practice") HttpClient practice,
            @Client(id = "recommendation") HttpClient recommendation,
            AccessTokens tokens) {
        this.tokens = tokens;
        services.put("catalog", catalog.toBlocking());
        services.put("practice", practice.toBlocking());
        services.put("recommendation", recommendation.toBlocking());
    }

    OpsView ask() {
        List<OpsView.State> states =
                services.keySet().stream().map(this::stateOf).toList();
        return new OpsView(states, tail());
    }

    private OpsView.State stateOf(String service) {
        boolean ready = get(service, "/health/readiness", String.class).isPresent();
        Metrics metrics =
                get(service, "/prometheus", String.class).map(Metrics::read).orElse(new Metrics(List.of()));
        return new OpsView.State(
                service,
                ready,
                metrics.sum("weakspot_inbox_lag", ""),
                metrics.sum("weakspot_outbox_depth", ""),
                metrics.sum("weakspot_outbox_age_seconds", ""),
                metrics.sum("weakspot_inbox_parked_total", ""),
                metrics.sum("weakspot_attempts_waiting", ""));
    }

    Optional<Tail> tail() {
        return get("practice", "/api/v1/attempts?limit=" + NEWEST, Tail.class);
    }

    private <T> Optional<T> get(String service, String path, Class<T> type) {
        HttpRequest<?> request = HttpRequest.GET(path)
                .header(HttpHeaders.AUTHORIZATION, tokens.bearer(NOBODY, Set.of(Role.OPS, Role.ANALYST)));
        BlockingHttpClient client = Objects.requireNonNull(services.get(service));
        return Reach.ask(() -> client.retrieve(request, type));
    }
}
