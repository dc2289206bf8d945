package dev.weakspot.web.visit;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody change anything but our own pages. A request that may change something must come from our origin, as far as
 * the browser says where it comes from; and when its sender is signed in, it must carry what only the forms of that
 * sign-in know (the synchronizer token pattern, OWASP).
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(SameSiteFilter.ORDER)
class SameSiteFilter {

    static final int ORDER = 40_000;
    private static final String FIELD = "csrf";

    @RequestFilter
    void refuseStrangers(HttpRequest<?> request, @Body @Nullable String form) {
        if (changesNothing(request)) {
            return;
        }
        if (!isFromHere(request) || !isFormOfSignIn(request, form == null ? "" : form)) {
            throw new ForeignForm();
        }
    }

    private static boolean changesNothing(HttpRequest<?> request) {
        return switch (request.getMethodName()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }

    /** Browsers since 2023 say it in Sec-Fetch-Site, all others in Origin; who says neither is no browser. */
    private static boolean isFromHere(HttpRequest<?> request) {
        @Nullable String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        @Nullable String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return origin == null
                || Objects.equals(hostOf(origin), request.getHeaders().get(HttpHeaders.HOST));
    }

    private static @Nullable String hostOf(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isFormOfSignIn(HttpRequest<?> request, String form) {
        Optional<Visitor> visitor = CookieAuthentication.visitorOf(request);
        return visitor.isEmpty()
                || fields(form)
                        .map(token -> token.getBytes(StandardCharsets.UTF_8))
                        .anyMatch(token -> MessageDigest.isEqual(
                                token, visitor.get().csrf().getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<String> fields(String form) {
        return Stream.of(form.split("&"))
                .filter(field -> field.startsWith(FIELD + "="))
                .flatMap(field -> PercentEncoded.decode(field.substring(FIELD.length() + 1)).stream());
    }
}
