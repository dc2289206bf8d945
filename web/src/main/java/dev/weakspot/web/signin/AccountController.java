package dev.weakspot.web.signin;

import dev.weakspot.web.account.Account;
import dev.weakspot.web.account.Accounts;
import dev.weakspot.web.account.Passwords;
import dev.weakspot.web.page.Page;
import dev.weakspot.web.page.Pages;
import dev.weakspot.web.visit.KeepSignIns;
import dev.weakspot.web.visit.SessionCookie;
import dev.weakspot.web.visit.Throttle;
import dev.weakspot.web.visit.Visitor;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets people change their password and see and end their sign-ins. */
@Controller("/account")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountController {

    private static final Set<String> NEWS = Set.of("password-changed", "signed-out");

    private final Accounts accounts;
    private final Passwords passwords;
    private final KeepSignIns signIns;
    private final SessionCookie cookie;
    private final Throttle throttle;
    private final Pages pages;

    AccountController(
            Accounts accounts,
            Passwords passwords,
            KeepSignIns signIns,
            SessionCookie cookie,
            Throttle throttle,
            Pages pages) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIns = signIns;
        this.cookie = cookie;
        this.throttle = throttle;
        this.pages = pages;
    }

    @Serdeable
    record NewPassword(@Nullable String current, @Nullable String wanted) {}

    @Serdeable
    record Leaving(@Nullable String handle) {}

    /** @param done what was just done, after a redirect */
    @Get
    MutableHttpResponse<byte[]> account(HttpRequest<?> request, Page page, @QueryValue(defaultValue = "") String done) {
        Optional<String> news = NEWS.contains(done) ? Optional.of("account." + done) : Optional.empty();
        return pages.show(page, "account", view(request, page.signedIn(), news, Optional.empty()));
    }

    private AccountView view(HttpRequest<?> request, Visitor visitor, Optional<String> news, Optional<String> trouble) {
        Account account = accountOf(visitor);
        String token = cookie.find(request).orElse("");
        List<AccountView.Browser> browsers = signIns.list(visitor).stream()
                .map(signIn -> new AccountView.Browser(
                        KeepSignIns.handle(signIn),
                        Device.of(signIn.device()),
                        signIn.signedInAt(),
                        signIn.seenAt(),
                        KeepSignIns.isOf(signIn, token)))
                .toList();
        return new AccountView(
                visitor.name(),
                visitor.learner(),
                visitor.roles(),
                account.password() != null,
                browsers,
                news,
                trouble);
    }

    /** Whoever learnt the old password is signed out everywhere; whoever knows the new one stays. */
    @Post("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<byte[]> changePassword(HttpRequest<?> request, Page page, @Body NewPassword form) {
        Visitor visitor = page.signedIn();
        Duration wait = throttle.ofAccount(visitor.name());
        if (!wait.isZero()) {
            return refuse(HttpStatus.TOO_MANY_REQUESTS, request, page, "sign-in.slow")
                    .header(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(wait.plusSeconds(1).toSeconds()));
        }
        Optional<String> hash = Optional.ofNullable(accountOf(visitor).password());
        if (!passwords.matches(form.current() == null ? "" : form.current(), hash)) {
            return refuse(HttpStatus.UNPROCESSABLE_ENTITY, request, page, "account.wrong-password");
        }
        String wanted = form.wanted() == null ? "" : form.wanted();
        if (!Passwords.isAcceptable(wanted)) {
            return refuse(HttpStatus.UNPROCESSABLE_ENTITY, request, page, "sign-up.password");
        }
        accounts.setPassword(visitor.account(), passwords.hash(wanted));
        cookie.find(request).ifPresent(token -> signIns.signOutOthers(visitor, token));
        return Pages.goTo("/account?done=password-changed");
    }

    private MutableHttpResponse<byte[]> refuse(HttpStatus status, HttpRequest<?> request, Page page, String trouble) {
        AccountView view = view(request, page.signedIn(), Optional.empty(), Optional.of(trouble));
        return pages.show(status, page, "account", view);
    }

    /** Signs out one browser, or all others when none is named. */
    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<byte[]> signOut(HttpRequest<?> request, Page page, @Body Leaving leaving) {
        Visitor visitor = page.signedIn();
        if (leaving.handle() == null) {
            cookie.find(request).ifPresent(token -> signIns.signOutOthers(visitor, token));
        } else {
            signIns.signOut(visitor, leaving.handle());
        }
        return Pages.goTo("/account?done=signed-out");
    }

    private Account accountOf(Visitor visitor) {
        return accounts.findById(visitor.account()).orElseThrow();
    }
}
