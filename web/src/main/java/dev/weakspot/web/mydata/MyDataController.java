package dev.weakspot.web.mydata;

import dev.weakspot.web.account.Account;
import dev.weakspot.web.account.Accounts;
import dev.weakspot.web.page.Page;
import dev.weakspot.web.page.Pages;
import dev.weakspot.web.service.PracticeClient;
import dev.weakspot.web.service.Reach;
import dev.weakspot.web.service.RecommendationClient;
import dev.weakspot.web.token.AccessTokens;
import dev.weakspot.web.visit.SignIns;
import dev.weakspot.web.visit.Visitor;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Clock;
import java.util.Iterator;

/** Tells learners what is kept about them, and hands it out. */
@Controller("/my-data")
@Secured("learner")
@ExecuteOn(TaskExecutors.BLOCKING)
class MyDataController {

    private static final MediaType JSON = new MediaType("application/json; charset=utf-8");
    private static final MediaType CSV = new MediaType("text/csv; charset=utf-8; header=present");
    private static final int ATTEMPTS = 200;
    private static final int SESSIONS = 100;

    private final Accounts accounts;
    private final SignIns signIns;
    private final PracticeClient practice;
    private final RecommendationClient recommendation;
    private final AccessTokens tokens;
    private final EverythingJson everything;
    private final AttemptsCsv attemptsCsv;
    private final Pages pages;
    private final Clock clock;

    MyDataController(
            Accounts accounts,
            SignIns signIns,
            PracticeClient practice,
            RecommendationClient recommendation,
            AccessTokens tokens,
            EverythingJson everything,
            AttemptsCsv attemptsCsv,
            Pages pages,
            Clock clock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.practice = practice;
        this.recommendation = recommendation;
        this.tokens = tokens;
        this.everything = everything;
        this.attemptsCsv = attemptsCsv;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    MutableHttpResponse<byte[]> myData(Page page) {
        return pages.show(page, "my-data", page.signedIn());
    }

    /** All that is kept, as one document. */
    @Get("/everything.json")
    HttpResponse<StreamedFile> everything(Page page) {
        Visitor visitor = page.signedIn();
        Account account = accounts.findById(visitor.account()).orElseThrow();
        JsonNode beliefs = Reach.get(() -> recommendation.keptBeliefs(tokens.bearer(visitor)));
        JsonNode goal = recommendation.keptGoal(tokens.bearer(visitor));
        var kept = new EverythingJson.Few(clock.instant(), account, signIns.listOf(account.id()), beliefs, goal);
        var sessions = new Walk(cursor -> practice.keptSessions(tokens.bearer(visitor), cursor, SESSIONS));
        return send(page, everything.parts(kept, sessions, attempts(visitor)), JSON, "everything", "json");
    }

    /** All attempts as a table. */
    @Get("/attempts.csv")
    HttpResponse<StreamedFile> attemptsTable(Page page) {
        return send(page, attemptsCsv.parts(attempts(page.signedIn())), CSV, "attempts", "csv");
    }

    /** A token lives for minutes, and a long history takes its time: each page is asked for with one of its own. */
    private Walk attempts(Visitor visitor) {
        return new Walk(cursor -> practice.keptAttempts(tokens.bearer(visitor), cursor, ATTEMPTS));
    }

    private HttpResponse<StreamedFile> send(
            Page page, Iterator<String> parts, MediaType type, String name, String ending) {
        String file = "weakspot-%s-%s.%s".formatted(name, page.dayOf(clock.instant()), ending);
        return HttpResponse.ok(new StreamedFile(new Transfer(parts), type).attach(file));
    }
}
