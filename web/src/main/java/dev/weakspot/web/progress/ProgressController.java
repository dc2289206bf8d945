package dev.weakspot.web.progress;

import dev.weakspot.web.page.Page;
import dev.weakspot.web.page.Pages;
import dev.weakspot.web.practise.Answered;
import dev.weakspot.web.service.Attempt;
import dev.weakspot.web.service.PracticeClient;
import dev.weakspot.web.service.Question;
import dev.weakspot.web.service.QuestionBank;
import dev.weakspot.web.service.Reach;
import dev.weakspot.web.token.AccessTokens;
import dev.weakspot.web.visit.Visitor;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows how a learner comes along, and what they have answered. */
@Controller("/progress")
@Secured("learner")
@ExecuteOn(TaskExecutors.BLOCKING)
class ProgressController {

    private final LookBack lookBack;
    private final PracticeClient practice;
    private final QuestionBank bank;
    private final AccessTokens tokens;
    private final Pages pages;

    ProgressController(
            LookBack lookBack, PracticeClient practice, QuestionBank bank, AccessTokens tokens, Pages pages) {
        this.lookBack = lookBack;
        this.practice = practice;
        this.bank = bank;
        this.tokens = tokens;
        this.pages = pages;
    }

    @Get
    MutableHttpResponse<byte[]> progress(
            Page page, @QueryValue(defaultValue = "90") int days, @QueryValue @Nullable List<String> topic) {
        return pages.show(page, "progress", lookBack.progress(page, days, topic == null ? List.of() : topic));
    }

    @Get("/answers")
    MutableHttpResponse<byte[]> answers(Page page, @QueryValue @Nullable String cursor) {
        return pages.show(page, "answers", lookBack.answers(page, cursor));
    }

    /** What was answered, and what came of it. */
    @Get("/answers/{id}")
    MutableHttpResponse<byte[]> answer(Page page, UUID id) {
        Visitor visitor = page.signedIn();
        Attempt attempt = Reach.get(() -> practice.attempt(tokens.bearer(visitor), id));
        Question question = Reach.get(() -> bank.question(visitor, attempt.questionId(), attempt.questionVersion()));
        return pages.show(
                page,
                "answer",
                new AnswerView(
                        new Answered(question, attempt),
                        question.topics().stream()
                                .map(slug -> bank.title(visitor, slug))
                                .toList()));
    }
}
