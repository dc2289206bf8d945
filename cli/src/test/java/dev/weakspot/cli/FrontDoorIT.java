package dev.weakspot.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.net.httpserver.HttpServer;
import dev.weakspot.testbed.Ports;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** So many ways to answer there are. */
    private static final int TYPES = 6;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int portBase = Ports.anyFree(6);
    private int people;

    @TempDir
    private static Path data;

    private Chromium chromium;
    /** Of whoever came first, who looks after the installation. */
    private BrowserContext first;

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
        first = browser();
        signUp(first);
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
            Look.examine(page);

            page.getByRole(AriaRole.BUTTON, named("Start a set of ten")).click();
            answer(page, 5);
            assertThat(page.getByRole(AriaRole.HEADING, named("Checkpoint"))).isVisible();
            Look.examine(page);
            page.getByRole(AriaRole.BUTTON, named("Go on")).click();
            answer(page, 5);
            assertThat(page.getByRole(AriaRole.HEADING, named("Set done"))).isVisible();
            Look.examine(page);

            page.getByRole(AriaRole.LINK, named("Weak topics")).first().click();
            assertThat(page.locator("main")).containsText("%");
            Look.examine(page);

            page.getByRole(AriaRole.LINK, named("Interview")).first().click();
            page.locator("input[name=day]")
                    .fill(LocalDate.now(ZoneOffset.UTC).plusDays(14).toString());
            page.locator("input[name=minutes]").fill("30");
            page.locator("form:has(input[name=minutes]) button.button").click();
            assertThat(page.locator("main")).containsText("%");
            Look.examine(page);

            page.getByRole(AriaRole.LINK, named("Progress")).first().click();
            assertThat(page.locator("main svg").first()).isVisible();
            Look.examine(page);

            page.navigate(url("/my-data"));
            Look.examine(page);
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
                awaitQuestion(page);
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
            giveAnswer(second, 1);

            // The second browser is shown what came of the first one's answer; nothing was recorded twice.
            assertThat(second.locator(".verdict")).isVisible();
            assertThat(second.locator("main")).containsText("answered in another tab or browser already");
            second.locator("a[data-forward]").click();
            assertThat(second.locator(".progress-dots .current")).containsText("2");
        }
    }

    @Test
    void anAnswerThatNobodyHearsIsSaidToBeStillThere() {
        try (BrowserContext browser = browser()) {
            Page page = signUp(browser);
            page.getByRole(AriaRole.BUTTON, named("Start a set of ten")).click();
            page.locator("[data-answer]").waitFor();
            fillIn(page, 0);

            browser.setOffline(true);
            page.locator("[data-answer] button.button:not([type=button])").click();

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Your answer is still here");
            Look.examine(page);
            browser.setOffline(false);
            page.locator("[data-answer] button.button:not([type=button])").click();
            assertThat(page.locator(".verdict")).isVisible();
            assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
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
        var status = new AtomicInteger(503);
        HttpServer neighbour = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        neighbour.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        neighbour.start();
        int port = Ports.anyFree();
        Path logs = Files.createDirectories(data.resolve("logs-of-second-door"));
        Map<String, String> settings = Map.of(
                "micronaut.server.port", Integer.toString(port),
                "datasources.default.url", "jdbc:postgresql://127.0.0.1:" + (portBase + 5) + "/web",
                "micronaut.http.services.catalog.url", "http://127.0.0.1:" + (portBase + 1),
                "micronaut.http.services.practice.url", "http://127.0.0.1:" + (portBase + 2),
                "micronaut.http.services.recommendation.url",
                        "http://127.0.0.1:" + neighbour.getAddress().getPort(),
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
            Look.examine(page);

            status.set(401);
            page.navigate("http://127.0.0.1:" + port + "/weak-topics");
            assertThat(page.getByRole(AriaRole.HEADING, named("Something broke")))
                    .isVisible();
            Look.examine(page);
        } finally {
            door.stop();
            neighbour.stop(0);
        }
    }

    @Test
    void aDemoLearnerHasAMonthBehindThem() {
        try (BrowserContext browser = browser()) {
            Page page = browser.newPage();
            page.navigate(url("/"));
            page.getByRole(AriaRole.BUTTON, named("Try with a demo learner")).click();

            assertThat(page.getByRole(AriaRole.NOTE)).containsText("simulator");
            assertThat(page.getByRole(AriaRole.NOTE).getByRole(AriaRole.LINK)).hasAttribute("href", "/sign-up");
            page.getByRole(AriaRole.LINK, named("Weak topics")).first().click();
            assertThat(page.locator("main")).containsText("%");
            Look.examineInAll(page, url("/today"), url("/weak-topics"), url("/progress"), url("/interview"));
        }
    }

    @Test
    void makingADemoLearnerSaysThatItIsAtWork() {
        try (BrowserContext browser = browser()) {
            Page page = browser.newPage();
            // An answer without content leaves the page as it is.
            page.route("**/demo", route -> route.fulfill(new FulfillOptions().setStatus(204)));
            page.navigate(url("/"));

            Object atOnce = page.getByRole(AriaRole.BUTTON, named("Try with a demo learner"))
                    .evaluate(
                            "button => { button.click(); return document.querySelector('[data-note]').textContent; }");

            assertThat(atOnce).asString().contains("Some seconds");

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Some seconds");
            assertThat(page.locator("form[aria-busy=true]")).isVisible();
        }
    }

    @Test
    void eachPageIsForEverybody() {
        try (BrowserContext browser = browser()) {
            Page page = browser.newPage();
            page.navigate(url("/"));
            Look.examineInAll(page, url("/"), url("/sign-in"), url("/sign-up"), url("/no-such-page"));
            page = signUp(browser);
            Look.examineInAll(
                    page,
                    url("/today"),
                    url("/practise"),
                    url("/weak-topics"),
                    url("/progress"),
                    url("/my-data"),
                    url("/ops"),
                    url("/people?number=none"));
        }
        Look.examineInAll(first.pages().getFirst(), url("/ops"), url("/people"), url("/account"));
    }

    @Test
    void aFormThatIsRefusedIsForEverybodyToo() {
        try (BrowserContext browser = browser()) {
            Page page = browser.newPage();
            page.navigate(url("/sign-in"));
            page.locator("input[name=name]").fill("nobody");
            page.locator("input[name=password]").fill(PASSWORD);

            page.getByRole(AriaRole.BUTTON, named("Sign in")).click();

            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            Look.examine(page);
        }
    }

    @Test
    void eachKindOfQuestionIsForEverybody() throws Exception {
        try (BrowserContext browser = browser()) {
            Page page = signUp(browser);
            page.navigate(url("/account"));
            UUID learner = UUID.fromString(page.locator("dd code").textContent());
            UUID session = UUID.randomUUID();
            List<String> questions = questionsOfEachType();
            ObjectNode wanted = JSON.createObjectNode()
                    .put("session_id", session.toString())
                    .put("size", questions.size())
                    .put("whole", true);
            questions.forEach(wanted.putArray("question_ids")::add);
            Api.learner(learner, data, portBase).post(ServiceName.PRACTICE, "/api/v1/sessions", wanted);

            for (int position = 1; position <= TYPES; position++) {
                page.navigate(url("/practise/" + session));
                if (page.locator("[data-hint]").count() > 0) {
                    page.locator("[data-hint]").click();
                    page.locator("ol.notice").waitFor();
                }
                Look.examineInAll(page);
                while (page.locator("[data-answer] a[data-forward]").count() > 0) {
                    showMore(page);
                    Look.examine(page);
                }
                Locator written = page.locator("textarea[name=text]");
                if (written.count() > 0) {
                    assertThat(written).isFocused();
                    page.keyboard().type("a guess");
                    page.keyboard().press("Control+Enter");
                } else {
                    giveAnswer(page);
                }
                assertThat(page.locator(".verdict")).isVisible();
                Look.examineInAll(page);
            }
            page.navigate(url("/practise/" + session));
            page.getByRole(AriaRole.BUTTON, named("Stop this set here")).click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Set done"))).isVisible();
            Look.examineInAll(page);
            page.navigate(url("/progress/answers"));
            page.locator("main .answers a").first().click();
            Look.examineInAll(page);
        }
    }

    /** Ten questions: first one of each way to answer, then some more. */
    private List<String> questionsOfEachType() throws Exception {
        Api author = Api.author(data, portBase);
        Map<String, String> ofType = new TreeMap<>();
        List<String> more = new ArrayList<>();
        for (int number = 1; number <= 10 && ofType.size() < TYPES; number++) {
            for (JsonNode question : author.get(ServiceName.CATALOG, "/api/v1/questions?size=100&page=" + number)
                    .path("items")) {
                String id = question.path("question_id").asText();
                if (ofType.putIfAbsent(question.path("answer").path("type").asText(), id) != null) {
                    more.add(id);
                }
            }
        }
        return Stream.concat(ofType.values().stream(), more.stream()).limit(10).toList();
    }

    @Test
    void theFirstPageIsSmallAndWhatItNeedsIsKept() {
        try (BrowserContext browser = browser()) {
            Page page = browser.newPage();
            List<Response> responses = new ArrayList<>();
            page.onResponse(responses::add);

            page.navigate(url("/"), new NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));

            assertThat(responses).hasSizeGreaterThanOrEqualTo(4);
            assertThat(responses.stream()
                            .map(response -> response.request().sizes())
                            .mapToInt(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                            .sum())
                    .as("bytes over the wire")
                    .isBetween(10_000, 150 * 1024);
            assertThat(responses).allSatisfy(response -> assertThat(response.headerValue("content-encoding"))
                    .as(response.url())
                    .isEqualTo(response.url().contains(".svg") ? null : "gzip"));
            assertThat(responses.subList(1, responses.size())).allSatisfy(response -> {
                assertThat(response.headerValue("cache-control")).contains("max-age=31536000", "immutable");
                assertThat(response.url())
                        .as("its version is in its address")
                        .matches(".*/assets/[a-z.]+\\?[0-9a-f]+|.*/webjars/[a-z.]+/\\d+(\\.\\d+)+/.*");
            });
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

    /** The points to make, and then the model answer. */
    private static void showMore(Page page) {
        String before = page.url();
        page.locator("[data-answer] a[data-forward]").click();
        page.waitForURL(url -> !url.equals(before));
    }

    /** Whatever is asked for. */
    private static void giveAnswer(Page page) {
        giveAnswer(page, 0);
    }

    /** One answer or another: by the number of the choice, the order of the page or the other one, or what is written. */
    private static void giveAnswer(Page page, int which) {
        fillIn(page, which);
        page.locator("[data-answer] button.button:not([type=button])").click();
    }

    private static void fillIn(Page page, int which) {
        awaitQuestion(page);
        while (page.locator("[data-answer] a[data-forward]").count() > 0) {
            showMore(page);
        }
        Locator places = page.locator(".choice input[type=number]");
        for (int i = 0; i < places.count(); i++) {
            places.nth(i).fill(Integer.toString(which == 0 ? i + 1 : places.count() - i));
        }
        if (places.count() == 0 && page.locator(".choice input").count() > 0) {
            page.locator(".choice input").nth(which).check();
        }
        if (page.locator("[name=text]").count() > 0) {
            page.locator("[name=text]").fill("a guess " + which);
        }
    }

    /** To its last line: a browser shows what it has, and what is looked for on half a page is not there yet. */
    private static void awaitQuestion(Page page) {
        page.locator("[data-answer]").waitFor();
        page.waitForLoadState();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + portBase + path;
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
