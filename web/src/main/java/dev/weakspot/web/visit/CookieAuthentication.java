package dev.weakspot.web.visit;

import dev.weakspot.web.account.Role;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Knows a visitor by their cookie. */
@Singleton
public class CookieAuthentication implements AuthenticationFetcher<HttpRequest<?>> {

    private static final String VISITOR = "visitor";

    private final SessionCookie cookie;
    private final KeepSignIns signIns;
    private final ExecutorService blocking;

    CookieAuthentication(
            SessionCookie cookie, KeepSignIns signIns, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.cookie = cookie;
        this.signIns = signIns;
        this.blocking = blocking;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return cookie.find(request)
                .filter(_ -> !isStatic(request.getPath()))
                .map(token -> Publishers.fromCompletableFuture(
                        () -> CompletableFuture.supplyAsync(() -> authenticate(request, token), blocking)))
                .orElseGet(Publishers::empty);
    }

    private static boolean isStatic(String path) {
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    private @Nullable Authentication authenticate(HttpRequest<?> request, String token) {
        Optional<Visitor> visitor = signIns.recognise(token);
        visitor.ifPresent(known -> request.setAttribute(VISITOR, known));
        return visitor.map(CookieAuthentication::authentication).orElse(null);
    }

    private static Authentication authentication(Visitor visitor) {
        return Authentication.build(
                visitor.learner().toString(),
                visitor.roles().stream().map(Role::word).toList());
    }

    /** Who sent the request, when a cookie says so. */
    public static Optional<Visitor> visitorOf(HttpRequest<?> request) {
        return request.getAttribute(VISITOR, Visitor.class);
    }
}
