package dev.weakspot.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.reader.DefaultTokenResolver;
import io.micronaut.security.token.reader.TokenReader;
import io.micronaut.security.token.validator.TokenValidator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RememberedTokensTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> checked = new ArrayList<>();
    private Instant now = NOON;
    private Instant end = NOON.plus(Duration.ofMinutes(5));

    /** Every token but "forged" is genuine. */
    private final TokenValidator<HttpRequest<?>> validator = (token, _) -> {
        checked.add(token);
        return token.equals("forged")
                ? Publishers.empty()
                : Publishers.just(Authentication.build(token, Map.of("exp", Date.from(end))));
    };

    private final RememberedTokens tokens = new RememberedTokens(
            List.of(validator),
            new DefaultTokenResolver(List.of(new Header())),
            ApplicationEventPublisher.noOp(),
            _ -> "http://127.0.0.1",
            new HttpLocale(),
            ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @Test
    void aTokenIsCheckedOnce() {
        assertThat(bearerOf("ada")).contains("ada");
        assertThat(bearerOf("ada")).contains("ada");

        assertThat(checked).containsExactly("ada");
    }

    @Test
    void nobodyIsTakenForSomebodyElse() {
        bearerOf("ada");

        assertThat(bearerOf("grace")).contains("grace");
        assertThat(bearerOf("forged")).isEmpty();
        assertThat(bearerOf("forged")).isEmpty();
        assertThat(checked).containsExactly("ada", "grace", "forged", "forged");
    }

    @Test
    void itIsCheckedAgainAfterAWhile() {
        bearerOf("ada");

        now = NOON.plusSeconds(31);
        bearerOf("ada");

        assertThat(checked).containsExactly("ada", "ada");
    }

    @Test
    void itIsNotRememberedBeyondItsEnd() {
        end = NOON.plusSeconds(2);
        bearerOf("ada");

        now = NOON.plusSeconds(2);
        bearerOf("ada");

        assertThat(checked).containsExactly("ada", "ada");
    }

    private Optional<String> bearerOf(String token) {
        HttpRequest<?> request = HttpRequest.GET("/").header("Authorization", token);
        return Mono.from(tokens.fetchAuthentication(request))
                .map(Authentication::getName)
                .blockOptional();
    }

    private static final class Header implements TokenReader<HttpRequest<?>> {

        @Override
        public Optional<String> findToken(HttpRequest<?> request) {
            return request.getHeaders().getAuthorization();
        }
    }

    /** Nobody asks for it. */
    private static final class HttpLocale implements HttpLocaleResolver {

        @Override
        public Optional<Locale> resolve(HttpRequest<?> request) {
            return Optional.empty();
        }

        @Override
        public Locale resolveOrDefault(HttpRequest<?> request) {
            return Locale.ROOT;
        }
    }
}
