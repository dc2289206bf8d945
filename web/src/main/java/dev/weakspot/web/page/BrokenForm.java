package dev.weakspot.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import jakarta.inject.Singleton;

/** A form that no browser sends, such as one with half a percent escape, is the sender's fault; to the framework it is a breakage. */
@Singleton
class BrokenForm implements ExceptionHandler<ErrorDataDecoderException, HttpResponse<?>> {

    private final ErrorResponseProcessor<?> errors;

    BrokenForm(ErrorResponseProcessor<?> errors) {
        this.errors = errors;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, ErrorDataDecoderException failure) {
        return errors.processResponse(
                ErrorContext.builder(request).cause(failure).build(), HttpResponse.badRequest());
    }
}
