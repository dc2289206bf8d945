package dev.weakspot.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.FrontDoor;
import dev.weakspot.web.FrontDoor.Guest;
import dev.weakspot.web.account.Accounts;
import dev.weakspot.web.account.Role;
import dev.weakspot.web.account.SignUp;
import dev.weakspot.web.page.Language;
import io.micronaut.web.router.Router;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SignInIT {

    private static final String PASSWORD = "four words in a row";
    /** Whoever they are, they see these. */
    private static final Set<String> OPEN =
            Set.of("/", "/sign-in", "/sign-up", "/sign-out", "/demo", "/language", "/.well-known/jwks.json");

    private static FrontDoor door;
    private static Guest first;

    @BeforeAll
    static void open() {
        door = FrontDoor.open();
        first = door.guest();
        first.signUp("first", PASSWORD);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static String someName() {
        return "n" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static Guest newcomer(String name) {
        Guest guest = door.guest();
        assertThat(guest.signUp(name, PASSWORD).statusCode()).isEqualTo(303);
        return guest;
    }

    private static String locationOf(HttpResponse<String> response) {
        return response.headers().firstValue("location").orElse("");
    }

    @Test
    void whoSignsUpIsSignedIn() {
        Guest guest = door.guest();

        HttpResponse<String> answer = guest.signUp(someName(), PASSWORD);

        assertThat(locationOf(answer)).isEqualTo("/today");
        assertThat(guest.isSignedIn()).isTrue();
    }

    @Test
    void onlyTheFirstOneLooksAfterTheInstallation() {
        Guest second = newcomer(someName());

        assertThat(first.get("/people").statusCode()).isEqualTo(200);
        assertThat(second.get("/people").statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyGrantsThemselvesARole() {
        String name = someName();
        Guest guest = newcomer(name);
        UUID account = door.bean(Accounts.class).findByName(name).orElseThrow().id();
        guest.get("/account");

        HttpResponse<String> answer = guest.post("/people/" + account + "/roles", "ops=on");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(door.bean(Accounts.class).findByName(name).orElseThrow().has(Role.OPS))
                .isFalse();
    }

    @Test
    void ofSeveralWhoSignUpAtOnceOneIsTheFirst() throws SQLException {
        try (var fresh = FrontDoor.open()) {
            List<Guest> guests = Stream.generate(fresh::guest).limit(6).toList();

            guests.parallelStream().forEach(guest -> guest.signUp(someName(), PASSWORD));

            assertThat(fresh.contentOf("(select roles from account) as granted").lines())
                    .hasSize(guests.size())
                    .containsOnlyOnce("{learner,ops}");
        }
    }

    @Test
    void nobodySignsInAsADemoLearner() {
        String demo = door.bean(SignUp.class).demo(UUID.randomUUID()).name();

        assertThat(door.guest().signIn(demo, "the password of nobody").statusCode())
                .isEqualTo(422);
        assertThat(door.guest().signIn(demo, "").statusCode()).isEqualTo(422);
    }

    @Test
    void aNameIsTakenWhateverItsCase() {
        newcomer("Grace.Hopper");

        HttpResponse<String> answer = door.guest().signUp("grace.hopper", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Somebody else has this name");
    }

    @TestFactory
    Stream<DynamicTest> signingUpSaysWhatIsWrong() {
        return Stream.of(
                        List.of("a", PASSWORD, "This name cannot be used"),
                        List.of("-begins-badly", PASSWORD, "This name cannot be used"),
                        List.of("with space", PASSWORD, "This name cannot be used"),
                        List.of("x".repeat(61), PASSWORD, "This name cannot be used"),
                        List.of("shortpassword", "123456789", "at least 10 characters"),
                        List.of("longpassword", "x".repeat(201), "at most 200"))
                .map(given -> DynamicTest.dynamicTest(given.getFirst(), () -> {
                    HttpResponse<String> answer = door.guest().signUp(given.get(0), given.get(1));

                    assertThat(answer.statusCode()).isEqualTo(422);
                    assertThat(answer.body()).contains(given.get(2)).doesNotContain(given.get(1));
                }));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() {
        String name = someName();
        newcomer(name);

        HttpResponse<String> wrong = door.guest().signIn(name, "another password");
        HttpResponse<String> unknown = door.guest().signIn(someName(), "another password");

        assertThat(wrong.body())
                .containsPattern("name=\"password\"[^>]* autofocus aria-invalid=\"true\"")
                .doesNotContainPattern("name=\"name\"[^>]* autofocus");
        assertThat(wrong.statusCode()).isEqualTo(422).isEqualTo(unknown.statusCode());
        assertThat(withoutValues(wrong.body())).isEqualTo(withoutValues(unknown.body()));
    }

    private static String withoutValues(String page) {
        return page.replaceAll("value=\"[^\"]*\"", "");
    }

    @Test
    void signingInLeadsWhereOneWantedToGoAndNeverElsewhere() {
        String name = someName();
        newcomer(name);

        assertThat(locationOf(door.guest().post("/sign-in", "name=" + name, "password=" + PASSWORD, "next=/progress")))
                .isEqualTo("/progress");
        assertThat(Stream.of("//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "javascript:x")
                        .map(next -> locationOf(
                                door.guest().post("/sign-in", "name=" + name, "password=" + PASSWORD, "next=" + next))))
                .containsOnly("/today");
    }

    @Test
    void aCookieIsWorthNothingAfterSignOut() {
        Guest guest = newcomer(someName());
        guest.get("/account");
        List<HttpCookie> stolen = List.copyOf(guest.cookies());

        guest.post("/sign-out");

        Guest thief = door.guest();
        thief.steal(stolen);
        assertThat(thief.isSignedIn()).isFalse();
    }

    @Test
    void signingInOnceMoreEndsWhatTheBrowserWasBefore() {
        String name = someName();
        Guest guest = newcomer(name);
        List<HttpCookie> before = List.copyOf(guest.cookies());
        guest.get("/account");

        guest.signIn(name, PASSWORD);

        Guest thief = door.guest();
        thief.steal(before);
        assertThat(thief.isSignedIn()).isFalse();
        assertThat(guest.isSignedIn()).isTrue();
    }

    @Test
    void nobodySignsOutTheBrowserOfSomebodyElse() {
        String ada = someName();
        Guest here = newcomer(ada);
        Guest there = door.guest();
        there.signIn(ada, PASSWORD);
        String handle = otherBrowserOf(here);
        Guest eve = newcomer(someName());
        eve.get("/account");

        eve.post("/account/sign-out", "handle=" + handle);

        assertThat(there.isSignedIn()).isTrue();
    }

    /** What the account page calls the other browser. */
    private static String otherBrowserOf(Guest guest) {
        return guest.get("/account").body().replaceAll("(?s).*name=\"handle\" value=\"([0-9a-f]+)\".*", "$1");
    }

    @Test
    void aNewPasswordSignsOutEveryOtherBrowser() {
        String name = someName();
        Guest here = newcomer(name);
        Guest there = door.guest();
        there.signIn(name, PASSWORD);
        here.get("/account");

        here.post("/account/password", "current=" + PASSWORD, "wanted=another four words");

        assertThat(here.isSignedIn()).isTrue();
        assertThat(there.isSignedIn()).isFalse();
        assertThat(door.guest().signIn(name, PASSWORD).statusCode()).isEqualTo(422);
        assertThat(door.guest().signIn(name, "another four words").statusCode()).isEqualTo(303);
    }

    @Test
    void theOldPasswordIsAskedForBeforeItChanges() {
        Guest guest = newcomer(someName());
        guest.get("/account");

        HttpResponse<String> answer =
                guest.post("/account/password", "current=a wrong one", "wanted=another four words");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The current password is not right");
    }

    @Test
    void oneOfSeveralBrowsersCanBeSignedOut() {
        String name = someName();
        Guest here = newcomer(name);
        Guest there = door.guest();
        there.signIn(name, PASSWORD);
        String handle = otherBrowserOf(here);

        here.post("/account/sign-out", "handle=" + handle);

        assertThat(there.isSignedIn()).isFalse();
        assertThat(here.isSignedIn()).isTrue();
    }

    @Test
    void whoGuessesIsSlowedDownEvenWhenTheyGuessRight() {
        String name = someName();
        newcomer(name);
        for (int guess = 0; guess < 8; guess++) {
            door.guest().signIn(name, "guess number " + guess);
        }

        HttpResponse<String> answer = door.guest().signIn(name, PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    @Test
    void whoGuessesTheOldPasswordIsSlowedDownToo() {
        Guest guest = newcomer(someName());
        guest.get("/account");
        for (int guess = 0; guess < 8; guess++) {
            guest.post("/account/password", "current=guess number " + guess, "wanted=another four words");
        }

        HttpResponse<String> answer =
                guest.post("/account/password", "current=" + PASSWORD, "wanted=another four words");

        assertThat(answer.statusCode()).isEqualTo(429);
    }

    @Test
    void whoTriesManyNamesFromOneAddressIsSlowedDown() {
        try (var strict = FrontDoor.openWith("weakspot.web.tries-per-address", 3)) {
            strict.guest().signUp(someName(), PASSWORD);
            strict.guest().signIn(someName(), PASSWORD);
            strict.guest().signIn(someName(), PASSWORD);

            assertThat(strict.guest().signIn(someName(), PASSWORD).statusCode()).isEqualTo(429);
            assertThat(strict.guest().signUp(someName(), PASSWORD).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void formsWithoutTheTokenOfThisSignInAreRefused() {
        Guest guest = newcomer(someName());
        String[] none = {};
        String[] elsewhere = {"Origin", "https://elsewhere.example"};
        String[] crossSite = {"Sec-Fetch-Site", "cross-site"};

        assertThat(guest.postAsIs("/account/sign-out", none).statusCode()).isEqualTo(403);
        assertThat(guest.postAsIs("/account/sign-out", none, "csrf=guessed").statusCode())
                .isEqualTo(403);
        assertThat(guest.postRaw("/account/sign-out", "csrf=%zz").statusCode()).isEqualTo(403);
        assertThat(guest.postAsIs("/sign-out", none).statusCode()).isEqualTo(403);
        assertThat(door.guest()
                        .postAsIs("/sign-in", elsewhere, "name=a", "password=b")
                        .statusCode())
                .isEqualTo(403);
        assertThat(door.guest()
                        .postAsIs("/sign-up", crossSite, "name=a", "password=b")
                        .statusCode())
                .isEqualTo(403);
        assertThat(guest.isSignedIn()).isTrue();
    }

    @Test
    void opsGrantRolesAndTheyTakeEffectAtOnce() {
        String name = someName();
        Guest guest = newcomer(name);
        UUID account = door.bean(Accounts.class).findByName(name).orElseThrow().id();
        assertThat(guest.get("/ops").statusCode()).isEqualTo(403);

        first.get("/people");
        HttpResponse<String> answer = first.post("/people/" + account + "/roles", "analyst=on");

        assertThat(guest.get("/ops").statusCode()).isEqualTo(200);
        assertThat(first.get(locationOf(answer)).body()).contains(Language.ENGLISH.text("people.saved", name));
    }

    @Test
    void somebodyIsLeftWhoCanGrantRoles() {
        UUID self = door.bean(Accounts.class).findByName("first").orElseThrow().id();
        first.get("/people");

        HttpResponse<String> answer = first.post("/people/" + self + "/roles", "analyst=on");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(door.bean(Accounts.class).findByName("first").orElseThrow().has(Role.OPS))
                .isTrue();
    }

    /** A route with something in the place of its variables. */
    private record Route(String method, String path) {}

    @TestFactory
    Stream<DynamicTest> whoIsNotSignedInIsAskedTo() {
        return door.bean(Router.class)
                .uriRoutes()
                .map(route -> new Route(
                        route.getHttpMethodName(),
                        route.getUriMatchTemplate().toPathString().replaceAll("\\{[^}]*}", "1")))
                .distinct()
                .filter(route -> !OPEN.contains(route.path()) && !route.path().startsWith("/health"))
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    HttpResponse<String> answer = door.guest().send(route.method(), route.path());

                    assertThat(answer.statusCode()).isEqualTo(route.path().equals("/prometheus") ? 401 : 303);
                    assertThat(locationOf(answer)).matches("|/sign-in.*");
                }));
    }

    @Test
    void theDatabaseKnowsNeitherCookiesNorPasswords() throws SQLException {
        Guest guest = newcomer(someName());
        String cookie = guest.cookies().getFirst().getValue();

        assertThat(door.contentOf("sign_in")).doesNotContain(cookie);
        assertThat(door.contentOf("account")).doesNotContain(PASSWORD).contains("$argon2id$");
    }

    @Test
    void scriptsCannotReadTheCookie() {
        HttpResponse<String> answer = door.guest().signUp(someName(), PASSWORD);

        assertThat(answer.headers().firstValue("set-cookie").orElse(""))
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void whereItIsWantedTheCookieTravelsOverHttpsOnly() {
        try (var elsewhere = FrontDoor.openWith("weakspot.web.secure-cookies", true)) {
            HttpResponse<String> answer = elsewhere.guest().signUp(someName(), PASSWORD);

            assertThat(answer.headers().firstValue("set-cookie").orElse("")).containsIgnoringCase("; Secure");
        }
    }

    @Test
    void everyAnswerSaysWhatPagesNeverDo() {
        assertThat(Stream.of("/", "/sign-in", "/no-such-page", "/assets/site.css", "/today")
                        .map(path -> door.guest().get(path)))
                .allSatisfy(answer -> {
                    assertThat(answer.headers()
                                    .firstValue("content-security-policy")
                                    .orElse(""))
                            .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe");
                    assertThat(answer.headers().firstValue("x-content-type-options"))
                            .contains("nosniff");
                });
    }

    @Test
    void whatIsNotThereIsAPageThatSaysSo() {
        HttpResponse<String> answer = first.get("/no-such-page");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such page", "first");
    }

    @Test
    void pagesSpeakTheLanguageThatOneAsksFor() {
        Guest guest = door.guest();

        assertThat(guest.get("/", "Accept-Language", "de-AT,de;q=0.9,en;q=0.5").body())
                .contains("lang=\"de\"", "Wissen, was als Nächstes dran ist");
        assertThat(guest.get("/", "Accept-Language", "tr").body()).contains("lang=\"en\"");
        guest.post("/language", "language=de", "next=/sign-in");
        assertThat(guest.get("/", "Accept-Language", "en").body()).contains("lang=\"de\"");
    }

    @Test
    void withoutServicesAPageSaysThatTheyAreAway() {
        Guest guest = newcomer(someName());

        HttpResponse<String> today = guest.get("/today");

        assertThat(today.statusCode()).isEqualTo(200);
        assertThat(today.body()).contains("Recommendations are away");
        assertThat(guest.get("/practise/" + UUID.randomUUID()).statusCode()).isEqualTo(503);
    }
}
