package dev.weakspot.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.WwwAuthenticateChallengeProvider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Tells a caller without a token what to bring (RFC 6750). */
@Singleton
final class BearerChallenge implements WwwAuthenticateChallengeProvider<HttpRequest<?>> {

    @Override
    public String getWwwAuthenticateChallenge(@Nullable HttpRequest<?> request) {
        return "Bearer realm=\"weakspot\"";
    }
}
