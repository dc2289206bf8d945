package dev.weakspot.web.page;

import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Remembers, in the browser, which language somebody wants to read. */
@Controller("/language")
@Secured(SecurityRule.IS_ANONYMOUS)
class LanguageController {

    private static final Duration A_YEAR = Duration.ofDays(365);

    /** @param next where they were */
    @Serdeable
    record Choice(@Nullable String language, @Nullable String next) {}

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<byte[]> choose(@Body Choice choice) {
        MutableHttpResponse<byte[]> back = Pages.goTo(Pages.ownPath(choice.next(), "/"));
        return Language.find(String.valueOf(choice.language()))
                .map(language -> back.cookie(Cookie.of(Language.COOKIE, language.code())
                        .path("/")
                        .maxAge(A_YEAR)
                        .sameSite(SameSite.Lax)
                        .httpOnly(true)))
                .orElse(back);
    }
}
