package dev.weakspot.practice.attempt;

import dev.weakspot.practice.learner.LearnerId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.validation.Validated;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Takes a learner's answers and lists what they made of them. */
@Controller("/api/v1")
@Secured("learner")
@Validated
@Tag(name = "Attempts")
class AttemptsController {

    private final SubmitAttempt submitAttempt;
    private final ShowAttempt showAttempt;
    private final Attempts attempts;

    AttemptsController(SubmitAttempt submitAttempt, ShowAttempt showAttempt, Attempts attempts) {
        this.submitAttempt = submitAttempt;
        this.showAttempt = showAttempt;
        this.attempts = attempts;
    }

    /**
     * Submits an answer. It is graded and recorded before the response leaves. Sending the same again, with the same
     * attempt id, is harmless and gets the first answer again with status 200.
     */
    @Post("/attempts")
    @ApiResponse(
            responseCode = "201",
            description = "Graded and recorded",
            content = @Content(schema = @Schema(implementation = AttemptResult.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The same attempt had been recorded before; this is its answer",
            content = @Content(schema = @Schema(implementation = AttemptResult.class)))
    @ApiResponse(responseCode = "404", description = "unknown-question, unknown-session")
    @ApiResponse(responseCode = "409", description = "attempt-id-taken, session-completed")
    @ApiResponse(responseCode = "410", description = "withdrawn-question")
    @ApiResponse(responseCode = "422", description = "answer-does-not-fit, impossible-time, not-an-item")
    @ApiResponse(responseCode = "503", description = "too-busy, database-away: come again after Retry-After seconds")
    CompletionStage<HttpResponse<AttemptResult>> submit(Authentication learner, @Body @Valid Submission submission) {
        return submitAttempt
                .submit(LearnerId.of(learner), submission)
                .thenApply(submitted -> submitted.first()
                        ? HttpResponse.created(submitted.result())
                        : HttpResponse.ok(submitted.result()));
    }

    /** Shows one of the signed-in learner's attempts with the answer, its grade, the feedback and the explanation. */
    @Get("/attempts/{id}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @ApiResponse(
            responseCode = "200",
            description = "The attempt",
            content = @Content(schema = @Schema(implementation = ShownAttempt.class)))
    @ApiResponse(responseCode = "404", description = "unknown-attempt")
    CompletionStage<ShownAttempt> show(Authentication learner, UUID id) {
        return showAttempt.show(LearnerId.of(learner), id);
    }

    /**
     * Lists the signed-in learner's attempts, newest first.
     *
     * @param cursor {@code next_cursor} of the page before; absent for the first page
     * @param limit attempts per page
     */
    @Get("/learners/me/attempts{?cursor,limit}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    AttemptPage list(
            Authentication learner,
            @Parameter(required = false) @QueryValue(defaultValue = "9223372036854775807") @Min(1) long cursor,
            @Parameter(required = false) @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {
        // One more than asked for tells whether there is a next page.
        List<Attempt> found = attempts.listBefore(LearnerId.of(learner).value(), cursor, limit + 1);
        return AttemptPage.of(found, limit);
    }
}
