package dev.weakspot.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitUntilState;
import dev.weakspot.testbed.Ports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** People and their browsers at the front door of the whole system. */
@TestInstance(Lifecycle.PER_CLASS)
class FrontDoorIT {

    private static final String PASSWORD = "four words in a row";

    private final int portBase = Ports.anyFree(6);
    private int people;

    @TempDir
    private static Path data;

    private Chromium chromium;
    private WeakspotProcess weakspot;

    @BeforeAll
    void open() throws Exception {
        chromium = Chromium.start();
        weakspot = WeakspotProcess.start(data, portBase);
        Api author = Api.author(data, portBase);
        // Practice hears of the bank through Kafka, a moment after the catalog has it.
        Awaitility.await()
                .until(() -> author.get(ServiceName.CATALOG, "/api/v1/questions?size=1")
                                .path("total")
                                .asInt()
                        > 0);
    }

    @AfterAll
    void close() {
        if (weakspot != null) {
            weakspot.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void somebodySignsUpPractisesSeesTheirWeaknessesSetsAGoalAndTakesTheirDataAway() throws Exception {
        try (BrowserContext browser = browser()) {
            Page page = signUp(browser);
            requireAccessible(page);

            page.getByRole(AriaRole.BUTTON, named("Start a set of ten")).click();
            answer(page, 5);
            assertThat(page.getByRole(AriaRole.HEADING, named("Checkpoint"))).isVisible();
            requireAccessible(page);
            page.getByRole(AriaRole.BUTTON, named("Go on")).click();
            answer(page, 5);
            assertThat(page.getByRole(AriaRole.HEADING, named("Set done"))).isVisible();
            requireAccessible(page);

            page.getByRole(AriaRole.LINK, named("Weak topics")).first().click();
            assertThat(page.locator("main")).containsText("%");
            requireAccessible(page);

            page.getByRole(AriaRole.LINK, named("Interview")).first().click();
            page.locator("input[name=day]")
                    .fill(LocalDate.now(ZoneOffset.UTC).plusDays(14).toString());
            page.locator("input[name=minutes]").fill("30");
            page.locator("form:has(input[name=minutes]) button.button").click();
            assertThat(page.locator("main")).containsText("%");
            requireAccessible(page);

            page.getByRole(AriaRole.LINK, named("Progress")).first().click();
            assertThat(page.locator("main svg").first()).isVisible();
            requireAccessible(page);

            page.navigate(url("/my-data"));
            requireAccessible(page);
            Download export = page.waitForDownload(() -> page.locator("main a[href$='.json'], main a[download]")
                    .first()
                    .click());
            String json = Files.readString(export.path(), StandardCharsets.UTF_8);
            assertThat(json).contains("\"attempts\"").doesNotContain("argon2").doesNotContain(PASSWORD);
        }
    }

    @Test
    void theKeyboardIsEnough() {
        try (BrowserContext browser = browser()) {
            Page page = signUp(browser);
            page.getByRole(AriaRole.BUTTON, named("Start a set of ten")).focus();
            page.keyboard().press("Enter");

            for (int question = 0; question < 3; question++) {
                assertThat(page.locator("[data-answer]")).isVisible();
                answerByKeyboard(page);
                assertThat(page.locator(".verdict")).isFocused();
                page.keyboard().press("Enter");
            }
            assertThat(page.locator(".progress-dots .current")).containsText("4");
        }
    }

    /** 1 chooses, ? opens a hint, Enter answers; what has no choices is typed. */
    private static void answerByKeyboard(Page page) {
        if (page.locator("[data-hint]").count() > 0) {
            page.locator("h1").first().evaluate("() => document.activeElement.blur()");
            page.keyboard().press("?");
            assertThat(page.locator("ol.notice")).isVisible();
        }
        if (page.locator(".choice input[type=number]").count() > 0) {
            Locator places = page.locator(".choice input[type=number]");
            for (int i = 0; i < places.count(); i++) {
                places.nth(i).focus();
                page.keyboard().type(Integer.toString(i + 1));
            }
            page.keyboard().press("Enter");
        } else if (page.locator("[data-forward]").count() > 0) {
            page.keyboard().press("Enter");
            assertThat(page.locator("#points")).isVisible();
            page.keyboard().press("Enter");
            assertThat(page.locator("#model")).isVisible();
            page.keyboard().press("1");
            page.keyboard().press("Enter");
        } else if (page.locator(".choice").count() > 0) {
            page.keyboard().press("1");
            page.keyboard().press("Enter");
        } else {
            Locator words = page.locator("[name=text]");
            words.focus();
            page.keyboard().type("a guess");
            page.locator("[data-answer] button.button").focus();
            page.keyboard().press("Enter");
        }
    }

    @Test
    void theMainPathNeedsNoJavaScript() {
        try (BrowserContext browser =
                chromium.browser().newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = signUp(browser);
            page.getByRole(AriaRole.BUTTON, named("Start a set of ten")).click();
            answer(page, 5);
            assertThat(page.getByRole(AriaRole.HEADING, named("Checkpoint"))).isVisible();
            page.getByRole(AriaRole.BUTTON, named("Stop here")).click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Set done"))).isVisible();
            page.getByRole(AriaRole.LINK, named("Weak topics")).first().click();
            assertThat(page.locator("main")).containsText("%");
        }
    }

    @Test
    void twoBrowsersInOneSetAnswerEachQuestionOnce() {
        try (BrowserContext one = browser();
                BrowserContext other = browser()) {
            Page first = signUp(one);
            other.addCookies(one.cookies());
            first.getByRole(AriaRole.BUTTON, named("Start a set of ten")).click();
            assertThat(first.locator("[data-answer]")).isVisible();
            Page second = other.newPage();
            second.navigate(first.url());

            answer(first, 1);
            giveAnswer(second);

            // The second browser is shown what came of the first one's answer; nothing was recorded twice.
            assertThat(second.locator(".verdict")).isVisible();
            second.locator("a[data-forward]").click();
            assertThat(second.locator(".progress-dots .current")).containsText("2");
        }
    }

    @Test
    void aCookieIsWorthNothingAfterSignOut() {
        try (BrowserContext browser = browser();
                BrowserContext thief = browser()) {
            Page page = signUp(browser);
            List<Cookie> stolen = browser.cookies();
            page.locator("details.me summary").click();
            page.getByRole(AriaRole.BUTTON, named("Sign out")).click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Know what to practise next")))
                    .isVisible();

            thief.addCookies(stolen);
            Page elsewhere = thief.newPage();
            elsewhere.navigate(url("/today"));

            assertThat(elsewhere).hasURL(Pattern.compile(".*/sign-in.*"));
        }
    }

    @Test
    void formsOfOtherSitesChangeNothing() {
        try (BrowserContext browser = browser()) {
            signUp(browser);
            APIResponse withoutToken = browser.request()
                    .post(
                            url("/practise"),
                            RequestOptions.create().setForm(FormData.create().set("size", 5)));
            APIResponse fromElsewhere = browser.request()
                    .post(
                            url("/sign-out"),
                            RequestOptions.create()
                                    .setHeader("Origin", "https://elsewhere.example")
                                    .setForm(FormData.create()));

            assertThat(withoutToken.status()).isEqualTo(403);
            assertThat(fromElsewhere.status()).isEqualTo(403);
        }
    }

    @Test
    void whatIsRefusedIsShown() {
        try (BrowserContext browser = browser()) {
            Page page = signUp(browser);
            page.getByRole(AriaRole.BUTTON, named("Start a set of ten")).click();
            page.locator("[data-answer]").waitFor();

            page.locator("[data-answer] input[name=csrf]").evaluate("field => { field.value = 'another'; }");
            page.locator("[data-answer]").evaluate("form => { form.noValidate = true; form.requestSubmit(); }");

            assertThat(page.getByRole(AriaRole.HEADING, named("Not for you, or not any more")))
                    .isVisible();
        }
    }

    @Test
    void onlyABrowserThatListensByItselfOffersTo() {
        String recognition =
                "window.SpeechRecognition = class { get processLocally() { return false; } set processLocally(_) {}"
                        + " static available = async options => options.processLocally ? '%s' : 'available' }";
        assertThat(offersToListen(recognition.formatted("available"))).isTrue();
        assertThat(offersToListen(recognition.formatted("unavailable"))).isFalse();
        assertThat(offersToListen("window.SpeechRecognition = class {}")).isFalse();
    }

    private boolean offersToListen(String recognition) {
        try (BrowserContext browser = browser()) {
            Page page = browser.newPage();
            page.addInitScript(recognition);
            page.navigate(url("/"));
            String script = page.locator("script[type=module]").getAttribute("src");
            page.route(
                    "**/rehearsal",
                    route -> route.fulfill(new FulfillOptions()
                            .setContentType("text/html")
                            .setBody(
                                    "<label><textarea data-speech=Speak></textarea></label><script type=module src='%s'></script>"
                                            .formatted(script))));
            page.navigate(url("/rehearsal"), new NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
            return page.locator("[data-listen]").count() > 0;
        }
    }

    @Test
    void anotherLearnersSetIsNotThere() {
        try (BrowserContext one = browser();
                BrowserContext other = browser()) {
            Page page = signUp(one);
            page.getByRole(AriaRole.BUTTON, named("Start a set of ten")).click();
            assertThat(page.locator("[data-answer]")).isVisible();
            Page curious = signUp(other);

            assertThat(curious.navigate(page.url()).status()).isEqualTo(404);
        }
    }

    @Test
    void pagesWorkOnWithoutRecommendations() throws Exception {
        int port = Ports.anyFree(1);
        Path logs = Files.createDirectories(data.resolve("logs-of-second-door"));
        Map<String, String> settings = Map.of(
                "micronaut.server.port", Integer.toString(port),
                "datasources.default.url", "jdbc:postgresql://127.0.0.1:" + (portBase + 5) + "/web",
                "micronaut.http.services.catalog.url", "http://127.0.0.1:" + (portBase + 1),
                "micronaut.http.services.practice.url", "http://127.0.0.1:" + (portBase + 2),
                "micronaut.http.services.recommendation.url", "http://127.0.0.1:" + Ports.anyFree(1),
                "micronaut.security.token.jwt.signatures.jwks-static.weakspot.path",
                        "file:" + data.resolve("identity").resolve("jwks.json"));
        Service door = Service.start(ServiceName.WEB, Installation.current().jarOf(ServiceName.WEB), logs, settings);
        try (BrowserContext browser = browser()) {
            Page page = signUp(browser, "http://127.0.0.1:" + port);
            assertThat(page.locator("main")).containsText("Recommendations are away");
            page.getByRole(AriaRole.BUTTON, named("Practise anyway")).click();
            assertThat(page.locator("main")).containsText("There was no recommendation");
            answer(page, 1);
            page.navigate("http://127.0.0.1:" + port + "/weak-topics");
            assertThat(page.locator("main")).containsText("away");
            requireAccessible(page);
        } finally {
            door.stop();
        }
    }

    @Test
    void aDemoLearnerHasAMonthBehindThem() {
        try (BrowserContext browser = browser()) {
            Page page = browser.newPage();
            page.navigate(url("/"));
            requireAccessible(page);
            page.getByRole(AriaRole.BUTTON, named("Try with a demo learner")).click();

            assertThat(page.getByRole(AriaRole.NOTE)).containsText("simulator");
            page.getByRole(AriaRole.LINK, named("Weak topics")).first().click();
            assertThat(page.locator("main")).containsText("%");
            page.navigate(url("/progress"));
            requireAccessible(page);
        }
    }

    private BrowserContext browser() {
        return chromium.browser().newContext(new NewContextOptions().setLocale("en-GB"));
    }

    private Page signUp(BrowserContext browser) {
        return signUp(browser, url(""));
    }

    private synchronized Page signUp(BrowserContext browser, String door) {
        Page page = browser.newPage();
        page.navigate(door + "/sign-up");
        page.locator("input[name=name]").fill("learner-" + ++people);
        page.locator("input[name=password]").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Create an account")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Today"))).isVisible();
        return page;
    }

    private static void answer(Page page, int questions) {
        for (int i = 0; i < questions; i++) {
            giveAnswer(page);
            assertThat(page.locator(".verdict")).isVisible();
            page.locator("a[data-forward]").click();
            page.locator("[data-answer], .tiles").first().waitFor();
        }
    }

    /** Whatever is asked for: the first choice, places in the order of the page, a guess. */
    private static void giveAnswer(Page page) {
        page.locator("[data-answer]").waitFor();
        while (page.locator("[data-answer] a[data-forward]").count() > 0) {
            String before = page.url();
            page.locator("[data-answer] a[data-forward]").click();
            page.waitForURL(url -> !url.equals(before));
        }
        Locator places = page.locator(".choice input[type=number]");
        for (int i = 0; i < places.count(); i++) {
            places.nth(i).fill(Integer.toString(i + 1));
        }
        if (places.count() == 0 && page.locator(".choice input").count() > 0) {
            page.locator(".choice input").first().check();
        }
        if (page.locator("[name=text]").count() > 0) {
            page.locator("[name=text]").fill("a guess");
        }
        page.locator("[data-answer] button.button").click();
    }

    private static void requireAccessible(Page page) {
        AxeResults results = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        assertThat(results.getViolations())
                .as("violations on " + page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + portBase + path;
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
