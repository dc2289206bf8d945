package dev.weakspot.web.interview;

import dev.weakspot.web.page.Page;
import dev.weakspot.web.page.Pages;
import dev.weakspot.web.service.Problem;
import dev.weakspot.web.service.QuestionBank;
import dev.weakspot.web.service.RecommendationClient;
import dev.weakspot.web.service.Topic;
import dev.weakspot.web.token.AccessTokens;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lets learners say when their interview is, and shows them the way there. */
@Controller("/interview")
@Secured("learner")
@ExecuteOn(TaskExecutors.BLOCKING)
class InterviewController {

    private final FindOutlook findOutlook;
    private final RecommendationClient recommendation;
    private final QuestionBank bank;
    private final AccessTokens tokens;
    private final Pages pages;
    private final Clock clock;

    InterviewController(
            FindOutlook findOutlook,
            RecommendationClient recommendation,
            QuestionBank bank,
            AccessTokens tokens,
            Pages pages,
            Clock clock) {
        this.findOutlook = findOutlook;
        this.recommendation = recommendation;
        this.bank = bank;
        this.tokens = tokens;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    MutableHttpResponse<byte[]> interview(Page page) {
        Outlook outlook = findOutlook.of(page.signedIn());
        GoalForm form =
                switch (outlook) {
                    case Outlook.Planned(var readiness) -> GoalForm.of(readiness.goal());
                    case Outlook.NothingToPlan(var goal) -> GoalForm.of(goal);
                    // What is over is not offered once more.
                    case Outlook.Passed _, Outlook.NoGoal _, Outlook.Away _ -> GoalForm.empty();
                };
        return show(HttpStatus.OK, page, outlook, form, Optional.empty());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<byte[]> setGoal(Page page, @Body Map<String, Object> fields) {
        GoalForm form = GoalForm.of(fields);
        Optional<String> trouble = form.trouble();
        if (trouble.isPresent()) {
            return showAgain(HttpStatus.UNPROCESSABLE_ENTITY, page, form, trouble.get());
        }
        try {
            recommendation.setGoal(tokens.bearer(page.signedIn()), form.goal(page.zone()));
        } catch (HttpClientResponseException e) {
            return showAgain(statusOf(e), page, form, reason(e));
        } catch (HttpClientException e) {
            return showAgain(HttpStatus.SERVICE_UNAVAILABLE, page, form, "interview.not-saved");
        }
        return Pages.goTo("/interview");
    }

    @Post("/drop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<byte[]> dropGoal(Page page) {
        recommendation.dropGoal(tokens.bearer(page.signedIn()));
        return Pages.goTo("/interview");
    }

    private static HttpStatus statusOf(HttpClientResponseException refusal) {
        return refusal.getStatus().getCode() >= 500 ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    /** The service's refusal as a sentence for the learner. */
    private static String reason(HttpClientResponseException refusal) {
        return switch (Problem.nameOf(refusal).orElse("")) {
            case "goal-has-passed" -> "interview.has-passed";
            case "goal-too-far" -> "interview.too-far";
            case "unknown-topic" -> "interview.unknown-topic";
            default -> refusal.getStatus().getCode() >= 500 ? "interview.not-saved" : "interview.refused";
        };
    }

    private MutableHttpResponse<byte[]> showAgain(HttpStatus status, Page page, GoalForm form, String trouble) {
        return show(status, page, findOutlook.of(page.signedIn()), form, Optional.of(trouble));
    }

    private MutableHttpResponse<byte[]> show(
            HttpStatus status, Page page, Outlook outlook, GoalForm form, Optional<String> trouble) {
        Map<String, List<Topic>> groups = bank.topics(page.signedIn()).values().stream()
                .sorted(Comparator.comparing(Topic::title))
                .collect(Collectors.groupingBy(Topic::group, TreeMap::new, Collectors.toList()));
        var view = new InterviewView(outlook, form, groups, trouble, page.dayOf(clock.instant()));
        return pages.show(status, page, "interview", view);
    }
}
