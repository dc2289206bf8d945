package dev.weakspot.catalog.question;

import dev.weakspot.catalog.Roles;
import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Questions over HTTP. Only authors get the answer key. */
@Controller("/api/v1/questions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.LEARNER, Roles.AUTHOR, Roles.ANALYST})
class QuestionController {

    private final Questions questions;
    private final SearchQuestions searchQuestions;
    private final PublishQuestion publishQuestion;
    private final WithdrawQuestion withdrawQuestion;

    QuestionController(
            Questions questions,
            SearchQuestions searchQuestions,
            PublishQuestion publishQuestion,
            WithdrawQuestion withdrawQuestion) {
        this.questions = questions;
        this.searchQuestions = searchQuestions;
        this.publishQuestion = publishQuestion;
        this.withdrawQuestion = withdrawQuestion;
    }

    /** Lists the newest versions of the questions that fit. */
    @Get
    FoundQuestions<ReadableQuestion> listQuestions(@RequestBean @Valid QuestionSearch search, Authentication reader) {
        return searchQuestions.find(search).map(question -> readable(question, reader));
    }

    /** Shows the newest version of a question. */
    @Get("/{id}")
    ReadableQuestion showQuestion(QuestionId id, Authentication reader) {
        return questions
                .findNewest(id)
                .map(question -> readable(question, reader))
                .orElseThrow(() -> absent(id));
    }

    /** Shows one version of a question, also when it is old or withdrawn. */
    @Get("/{id}/versions/{version}")
    ReadableQuestion showVersion(QuestionId id, int version, Authentication reader) {
        return questions
                .findVersion(id, version)
                .map(question -> readable(question, reader))
                .orElseThrow(() -> new UnknownQuestion(id, version));
    }

    /** Publishes a version of a question. It never changes again; sending the same again is harmless. */
    @Put("/{id}/versions/{version}")
    @Secured(Roles.AUTHOR)
    @ApiResponse(responseCode = "200", description = "The version was published before, with the same content")
    @ApiResponse(responseCode = "201", description = "The version is published")
    @ApiResponse(responseCode = "409", description = "The version is published with another content, or too low")
    HttpResponse<QuestionVersion> putVersion(
            QuestionId id, @Min(1) @Max(1_000_000) int version, @Body @Valid Question question) {
        HttpStatus status =
                switch (publishQuestion.publish(id, version, question)) {
                    case NEW -> HttpStatus.CREATED;
                    case UNCHANGED -> HttpStatus.OK;
                };
        return HttpResponse.<QuestionVersion>status(status)
                .body(questions.findVersion(id, version).orElseThrow());
    }

    /** Withdraws a question. It is no longer listed or asked; doing it again is harmless. */
    @Delete("/{id}")
    @Secured(Roles.AUTHOR)
    @Status(HttpStatus.NO_CONTENT)
    void withdrawQuestion(QuestionId id) {
        withdrawQuestion.withdraw(id);
    }

    private Refusal absent(QuestionId id) {
        return questions
                .findNewestNumber(id)
                .<Refusal>map(version -> new QuestionWithdrawn(id, version))
                .orElseGet(() -> new UnknownQuestion(id));
    }

    private static ReadableQuestion readable(QuestionVersion question, Authentication reader) {
        return reader.getRoles().contains(Roles.AUTHOR) ? question : QuestionWithoutKey.of(question);
    }
}
