package dev.weakspot.web.today;

import dev.weakspot.web.interview.FindOutlook;
import dev.weakspot.web.interview.Outlook;
import dev.weakspot.web.page.Page;
import dev.weakspot.web.page.Pages;
import dev.weakspot.web.service.Days;
import dev.weakspot.web.service.PracticeClient;
import dev.weakspot.web.service.QuestionBank;
import dev.weakspot.web.service.Reach;
import dev.weakspot.web.service.Readiness;
import dev.weakspot.web.service.RecommendationClient;
import dev.weakspot.web.service.Reviews;
import dev.weakspot.web.service.SessionList;
import dev.weakspot.web.service.Suggestions;
import dev.weakspot.web.service.Suggestions.Suggestion;
import dev.weakspot.web.token.AccessTokens;
import dev.weakspot.web.visit.Visitor;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The page that a day begins with. */
@Controller("/today")
@Secured("learner")
@ExecuteOn(TaskExecutors.BLOCKING)
class TodayController {

    private static final int SUGGESTED = 3;
    private static final int A_YEAR = 366;

    private final PracticeClient practice;
    private final RecommendationClient recommendation;
    private final FindOutlook findOutlook;
    private final QuestionBank bank;
    private final AccessTokens tokens;
    private final Pages pages;
    private final Clock clock;

    TodayController(
            PracticeClient practice,
            RecommendationClient recommendation,
            FindOutlook findOutlook,
            QuestionBank bank,
            AccessTokens tokens,
            Pages pages,
            Clock clock) {
        this.practice = practice;
        this.recommendation = recommendation;
        this.findOutlook = findOutlook;
        this.bank = bank;
        this.tokens = tokens;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    MutableHttpResponse<byte[]> today(Page page) {
        return pages.show(page, "today", view(page));
    }

    private TodayView view(Page page) {
        Visitor visitor = page.signedIn();
        String bearer = tokens.bearer(visitor);
        LocalDate today = page.dayOf(clock.instant());
        Optional<Days> days = Reach.ask(() -> practice.days(bearer, page.zone().getId(), A_YEAR));
        Optional<List<Suggestion>> suggestions = Reach.ask(() -> recommendation.suggestions(bearer, SUGGESTED, 0, null))
                .map(Suggestions::items);
        Optional<Readiness> readiness = findOutlook.of(visitor) instanceof Outlook.Planned(Readiness planned)
                ? Optional.of(planned)
                : Optional.empty();
        Optional<SessionList.Summary> running = Reach.ask(() -> practice.sessions(bearer, "running", 1))
                .map(SessionList::items)
                .flatMap(sets -> sets.stream().findFirst());
        return new TodayView(
                running,
                suggestions,
                suggestions.orElse(List.of()).stream()
                        .map(suggestion -> bank.title(visitor, suggestion.topic()))
                        .toList(),
                days.map(known -> known.items().stream()
                        .filter(day -> day.day().equals(today))
                        .mapToInt(Days.Day::attempts)
                        .sum()),
                days.map(known -> known.streak(today)),
                Reach.ask(() -> recommendation.reviews(bearer, 1, page.zone().getId()))
                        .map(Reviews::due),
                readiness.map(
                        known -> ChronoUnit.DAYS.between(today, known.goal().day())),
                readiness,
                running.isEmpty()
                        && days.filter(known -> known.items().isEmpty()).isPresent(),
                today);
    }
}
