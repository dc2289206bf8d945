package dev.weakspot.web.page;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Set;

/** Everything that goes wrong ends here, as a page that says what to do. */
@Primary
@Singleton
class ErrorPage implements ErrorResponseProcessor<byte[]> {

    /** Those that have words of their own; of the others a visitor is told whose fault it is. */
    private static final Set<Integer> EXPLAINED = Set.of(403, 404, 429, 503);

    private final Pages pages;
    private final PageBinder binder;

    ErrorPage(Pages pages, PageBinder binder) {
        this.pages = pages;
        this.binder = binder;
    }

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext error, MutableHttpResponse<?> response) {
        HttpStatus answer = isAddress(error) ? HttpStatus.NOT_FOUND : response.status();
        int status = answer.getCode();
        int family = status < 500 ? 400 : 500;
        Page page = binder.pageOf(error.getRequest());
        HttpResponse<byte[]> shown =
                pages.show(answer, page, "error", new Trouble(status, EXPLAINED.contains(status) ? status : family));
        return response.status(answer).contentType(Pages.HTML).body(shown.body());
    }

    /** An address with something in it that is no id of anything leads nowhere; it is not a broken request. */
    private static boolean isAddress(ErrorContext error) {
        return error.getRootCause()
                .filter(cause -> cause instanceof ConversionErrorException wrong
                        && !wrong.getArgument().isAnnotationPresent(QueryValue.class)
                        && !wrong.getArgument().isAnnotationPresent(Body.class))
                .isPresent();
    }
}
