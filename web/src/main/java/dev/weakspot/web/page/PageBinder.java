package dev.weakspot.web.page;

import dev.weakspot.web.visit.CookieAuthentication;
import dev.weakspot.web.visit.PercentEncoded;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives controllers the {@link Page} that they answer with. */
@Singleton
class PageBinder implements TypedRequestArgumentBinder<Page> {

    private final Assets assets;

    PageBinder(Assets assets) {
        this.assets = assets;
    }

    @Override
    public Argument<Page> argumentType() {
        return Argument.of(Page.class);
    }

    @Override
    public BindingResult<Page> bind(ArgumentConversionContext<Page> context, HttpRequest<?> request) {
        Page page = pageOf(request);
        return () -> Optional.of(page);
    }

    Page pageOf(HttpRequest<?> request) {
        Optional<String> zone = request.getCookies()
                .findCookie(Page.ZONE_COOKIE)
                .map(Cookie::getValue)
                .flatMap(PercentEncoded::decode);
        return new Page(
                CookieAuthentication.visitorOf(request),
                Language.of(request),
                Page.zoneOf(zone),
                request.getPath(),
                assets);
    }
}
