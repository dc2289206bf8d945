package dev.weakspot.web.signin;

import dev.weakspot.web.account.Account;
import dev.weakspot.web.account.Accounts;
import dev.weakspot.web.account.Passwords;
import dev.weakspot.web.account.SignUp;
import dev.weakspot.web.page.Page;
import dev.weakspot.web.page.Pages;
import dev.weakspot.web.visit.KeepSignIns;
import dev.weakspot.web.visit.SessionCookie;
import dev.weakspot.web.visit.Throttle;
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
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets people make an account, sign in and sign out. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class SignInController {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{1,59}");
    private static final String HOME = "/today";

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignUp signUp;
    private final KeepSignIns signIns;
    private final SessionCookie cookie;
    private final Throttle throttle;
    private final Pages pages;

    SignInController(
            Accounts accounts,
            Passwords passwords,
            SignUp signUp,
            KeepSignIns signIns,
            SessionCookie cookie,
            Throttle throttle,
            Pages pages) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signUp = signUp;
        this.signIns = signIns;
        this.cookie = cookie;
        this.throttle = throttle;
        this.pages = pages;
    }

    /**
     * What a person typed. No field is checked by the framework: the page says what is wrong, in the visitor's language.
     *
     * @param next where they wanted to go before they had to sign in
     */
    @Serdeable
    record Credentials(
            @Nullable String name,
            @Nullable String password,
            @Nullable String next) {

        static Credentials none(String next) {
            return new Credentials(null, null, next);
        }

        String trimmedName() {
            return name == null ? "" : name.strip();
        }

        String givenPassword() {
            return password == null ? "" : password;
        }

        String destination() {
            return Pages.ownPath(next, HOME);
        }
    }

    private static SignInForm form(Credentials credentials, @Nullable String trouble) {
        return new SignInForm(credentials.trimmedName(), credentials.destination(), Optional.ofNullable(trouble));
    }

    @Get("/")
    MutableHttpResponse<byte[]> welcome(Page page) {
        return page.visitor().isPresent() ? Pages.goTo(HOME) : pages.show(page, "welcome");
    }

    @Get("/sign-in")
    MutableHttpResponse<byte[]> signInForm(Page page, @QueryValue(defaultValue = HOME) String next) {
        return pages.show(page, "sign-in", form(Credentials.none(next), null));
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<byte[]> signIn(HttpRequest<?> request, Page page, @Body Credentials given) {
        Duration wait = longer(throttle.ofAddress(addressOf(request)), throttle.ofAccount(given.trimmedName()));
        if (!wait.isZero()) {
            return slowDown(page, "sign-in", given, wait);
        }
        Optional<Account> account = accounts.findByName(given.trimmedName());
        Optional<String> hash = account.flatMap(known -> Optional.ofNullable(known.password()));
        if (!passwords.matches(given.givenPassword(), hash)) {
            return pages.show(HttpStatus.UNPROCESSABLE_ENTITY, page, "sign-in", form(given, "sign-in.wrong"));
        }
        return letIn(request, account.orElseThrow(), given.destination());
    }

    @Get("/sign-up")
    MutableHttpResponse<byte[]> signUpForm(Page page) {
        return pages.show(page, "sign-up", form(Credentials.none(HOME), null));
    }

    @Post("/sign-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<byte[]> signUp(HttpRequest<?> request, Page page, @Body Credentials given) {
        Duration wait = throttle.ofAddress(addressOf(request));
        if (!wait.isZero()) {
            return slowDown(page, "sign-up", given, wait);
        }
        Optional<String> flaw = flawOf(given);
        if (flaw.isPresent()) {
            return refuseSignUp(page, given, flaw.get());
        }
        return signUp.signUp(given.trimmedName(), given.givenPassword())
                .map(account -> letIn(request, account, given.destination()))
                .orElseGet(() -> refuseSignUp(page, given, "sign-up.taken"));
    }

    private MutableHttpResponse<byte[]> refuseSignUp(Page page, Credentials given, String trouble) {
        return pages.show(HttpStatus.UNPROCESSABLE_ENTITY, page, "sign-up", form(given, trouble));
    }

    private static Optional<String> flawOf(Credentials given) {
        if (!NAME.matcher(given.trimmedName()).matches()) {
            return Optional.of("sign-up.name");
        }
        return Passwords.isAcceptable(given.givenPassword()) ? Optional.empty() : Optional.of("sign-up.password");
    }

    /** Also for whoever is signed out already: the answer is the same. */
    @Post("/sign-out")
    @Consumes(MediaType.ALL)
    MutableHttpResponse<byte[]> signOut(HttpRequest<?> request) {
        cookie.find(request).ifPresent(signIns::signOut);
        return Pages.goTo("/").cookie(cookie.gone());
    }

    private MutableHttpResponse<byte[]> letIn(HttpRequest<?> request, Account account, String destination) {
        // Whoever signs in anew leaves what they were before, and a planted cookie is worth nothing.
        cookie.find(request).ifPresent(signIns::signOut);
        String device = request.getHeaders().findFirst(HttpHeaders.USER_AGENT).orElse("");
        return Pages.goTo(destination).cookie(cookie.holding(signIns.signIn(account, device)));
    }

    private MutableHttpResponse<byte[]> slowDown(Page page, String template, Credentials given, Duration wait) {
        return pages.show(HttpStatus.TOO_MANY_REQUESTS, page, template, form(given, "sign-in.slow"))
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(wait.plusSeconds(1).toSeconds()));
    }

    private static String addressOf(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress().getHostAddress();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
