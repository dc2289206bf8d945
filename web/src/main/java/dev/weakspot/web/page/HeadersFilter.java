package dev.weakspot.web.page;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells browsers what our pages never do, so that they stop whoever tries it in our name; and what they may keep. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
class HeadersFilter {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @ResponseFilter
    void protect(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)");
        boolean keeps = response.code() == 200
                && (request.getPath().startsWith("/assets/")
                        || request.getPath().startsWith("/webjars/"));
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, keeps ? FOR_EVER : "no-store");
        if (keeps) {
            // What a cache between us and several browsers keeps is compressed for some of them only.
            response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }
}
