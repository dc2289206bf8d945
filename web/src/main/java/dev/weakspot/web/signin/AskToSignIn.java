package dev.weakspot.web.signin;

import dev.weakspot.web.page.Pages;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** Sends whoever is not signed in to where they can; tells whoever is that this page is for others. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class AskToSignIn implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    private final ErrorResponseProcessor<?> errors;

    AskToSignIn(ErrorResponseProcessor<?> errors) {
        this.errors = errors;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refusal) {
        if (refusal.isForbidden()) {
            return errors.processResponse(
                    ErrorContext.builder(request).cause(refusal).build(), HttpResponse.status(HttpStatus.FORBIDDEN));
        }
        if (request.getPath().equals("/prometheus")) {
            return HttpResponse.unauthorized().header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return Pages.goTo("/sign-in?next=" + request.getPath());
    }
}
