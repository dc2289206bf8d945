package dev.weakspot.web.weaktopics;

import dev.weakspot.web.page.Page;
import dev.weakspot.web.page.Pages;
import dev.weakspot.web.service.Beliefs;
import dev.weakspot.web.service.QuestionBank;
import dev.weakspot.web.service.Reach;
import dev.weakspot.web.service.RecommendationClient;
import dev.weakspot.web.service.WeakTopics;
import dev.weakspot.web.token.AccessTokens;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Clock;
import java.util.Optional;

/** Shows all topics: those that were tried, the weakest first, and those that were not. */
@Controller("/weak-topics")
@Secured("learner")
@ExecuteOn(TaskExecutors.BLOCKING)
class WeakTopicsController {

    /** As many as the service ranks at once; those behind are known by what is believed of them. */
    private static final int MOST = 50;

    private final RecommendationClient recommendation;
    private final QuestionBank bank;
    private final AccessTokens tokens;
    private final Pages pages;
    private final Clock clock;

    WeakTopicsController(
            RecommendationClient recommendation, QuestionBank bank, AccessTokens tokens, Pages pages, Clock clock) {
        this.recommendation = recommendation;
        this.bank = bank;
        this.tokens = tokens;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    MutableHttpResponse<byte[]> weakTopics(Page page) {
        String bearer = tokens.bearer(page.signedIn());
        Optional<WeakTopics> ranking = Reach.ask(() -> recommendation.weakTopics(bearer, MOST, 0));
        Optional<Beliefs> beliefs = ranking.flatMap(_ -> Reach.ask(() -> recommendation.beliefs(bearer, 0)));
        return pages.show(
                page,
                "weak-topics",
                WeakTopicsView.of(
                        ranking, beliefs, bank.topics(page.signedIn()), page.dayOf(clock.instant()), page.zone()));
    }
}
