package dev.weakspot.gate;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.event.TokenValidatedEvent;
import io.micronaut.security.filters.SecurityFilter;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import io.micronaut.security.token.reader.TokenResolver;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Knows a token that was found genuine a moment ago. To check a signature costs as much as the rest of a small request, and a learner brings
 * the same token for minutes. It is asked for its signature again after {@link #REMEMBERED}, so a key that is withdrawn counts that much
 * longer; a token never counts longer than it says itself. Threads may share it.
 */
@Singleton
@Requires(beans = {TokenValidator.class, Clock.class})
@Replaces(TokenAuthenticationFetcher.class)
final class RememberedTokens extends TokenAuthenticationFetcher {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int AT_MOST = 10_000;

    private final TokenResolver<HttpRequest<?>> resolver;
    private final Cache<String, Authentication> genuine;

    RememberedTokens(
            List<TokenValidator<HttpRequest<?>>> validators,
            TokenResolver<HttpRequest<?>> resolver,
            ApplicationEventPublisher<TokenValidatedEvent> events,
            HttpHostResolver hosts,
            HttpLocaleResolver locales,
            Clock clock) {
        super(validators, resolver, events, hosts, locales);
        this.resolver = resolver;
        this.genuine = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .ticker(() -> NANOSECONDS.convert(Duration.between(Instant.EPOCH, clock.instant())))
                .expireAfter(Expiry.<String, Authentication>creating((_, known) -> validity(known, clock.instant())))
                .build();
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        List<String> tokens = resolver.resolveTokens(request);
        if (tokens.size() != 1) {
            return super.fetchAuthentication(request);
        }
        String token = tokens.getFirst();
        @Nullable Authentication known = genuine.getIfPresent(token);
        if (known != null) {
            request.setAttribute(SecurityFilter.TOKEN, token);
            return Publishers.just(known);
        }
        return Publishers.map(super.fetchAuthentication(request), found -> {
            genuine.put(token, found);
            return found;
        });
    }

    private static Duration validity(Authentication known, Instant now) {
        if (!(known.getAttributes().get("exp") instanceof Date end)) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, end.toInstant());
        return left.compareTo(REMEMBERED) < 0 ? left : REMEMBERED;
    }
}
