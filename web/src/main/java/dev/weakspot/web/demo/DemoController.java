package dev.weakspot.web.demo;

import dev.weakspot.web.page.Pages;
import dev.weakspot.web.visit.KeepSignIns;
import dev.weakspot.web.visit.SessionCookie;
import dev.weakspot.web.visit.Throttle;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Lets people look around without an account. */
@Controller("/demo")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class DemoController {

    private final MakeDemo makeDemo;
    private final KeepSignIns signIns;
    private final SessionCookie cookie;
    private final Throttle throttle;

    DemoController(MakeDemo makeDemo, KeepSignIns signIns, SessionCookie cookie, Throttle throttle) {
        this.makeDemo = makeDemo;
        this.signIns = signIns;
        this.cookie = cookie;
        this.throttle = throttle;
    }

    @Post
    @Consumes(MediaType.ALL)
    MutableHttpResponse<byte[]> tryIt(HttpRequest<?> request) {
        if (!throttle.ofDemo().isZero()) {
            throw new HttpStatusException(HttpStatus.TOO_MANY_REQUESTS, "Many demo learners are being made.");
        }
        String device = request.getHeaders().findFirst(HttpHeaders.USER_AGENT).orElse("");
        cookie.find(request).ifPresent(signIns::signOut);
        return Pages.goTo("/today").cookie(cookie.holding(signIns.signIn(makeDemo.make(), device)));
    }
}
