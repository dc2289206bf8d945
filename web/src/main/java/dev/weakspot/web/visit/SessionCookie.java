package dev.weakspot.web.visit;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The cookie that names a sign-in. Scripts cannot read it and other sites cannot have it sent with a form. */
@Singleton
public class SessionCookie {

    private static final String NAME = "weakspot_session";

    private final WebConfiguration configuration;

    SessionCookie(WebConfiguration configuration) {
        this.configuration = configuration;
    }

    /** What the request's cookie holds. */
    public Optional<String> find(HttpRequest<?> request) {
        return request.getCookies().findCookie(NAME).map(Cookie::getValue).filter(token -> !token.isBlank());
    }

    public Cookie holding(String token) {
        return cookie(token).maxAge(KeepSignIns.LONGEST);
    }

    /** Replaces the cookie by nothing. */
    public Cookie gone() {
        return cookie("").maxAge(Duration.ZERO);
    }

    private Cookie cookie(String value) {
        return Cookie.of(NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .secure(configuration.secureCookies());
    }
}
