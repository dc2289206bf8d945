package dev.weakspot.practice.session;

import dev.weakspot.practice.learner.LearnerId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
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
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leads a learner through sets of questions. */
@Controller("/api/v1")
@Secured("learner")
@Validated
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sessions")
class SessionsController {

    private final StartSession startSession;
    private final ContinueSession continueSession;
    private final CompleteSession completeSession;
    private final FindSession findSession;
    private final Sessions sessions;

    SessionsController(
            StartSession startSession,
            ContinueSession continueSession,
            CompleteSession completeSession,
            FindSession findSession,
            Sessions sessions) {
        this.startSession = startSession;
        this.continueSession = continueSession;
        this.completeSession = completeSession;
        this.findSession = findSession;
        this.sessions = sessions;
    }

    /**
     * Starts a session with its first questions. Sending the same again, with the same session id, is harmless and gets the
     * session as it is now with status 200.
     */
    @Post("/sessions")
    @ApiResponse(
            responseCode = "201",
            description = "Started",
            content = @Content(schema = @Schema(implementation = Session.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The same session had been started before; this is how it stands",
            content = @Content(schema = @Schema(implementation = Session.class)))
    @ApiResponse(responseCode = "409", description = "session-id-taken")
    @ApiResponse(responseCode = "422", description = "no-questions")
    HttpResponse<Session> start(Authentication learner, @Body @Valid SessionPlan plan) {
        StartSession.Started started = startSession.start(LearnerId.of(learner), plan);
        return started.first() ? HttpResponse.created(started.session()) : HttpResponse.ok(started.session());
    }

    /**
     * Lays out the next questions: five, or fewer when that makes the session full. When a question is there at {@code from}
     * already, or the session is full, nothing changes.
     */
    @Post("/sessions/{id}/items")
    @ApiResponse(
            responseCode = "200",
            description = "The session with the block",
            content = @Content(schema = @Schema(implementation = Session.class)))
    @ApiResponse(responseCode = "404", description = "unknown-session")
    @ApiResponse(responseCode = "409", description = "session-completed")
    @ApiResponse(responseCode = "422", description = "leaves-a-hole")
    HttpResponse<Session> layOut(Authentication learner, UUID id, @Body @Valid NextBlock block) {
        return HttpResponse.ok(continueSession.layOut(LearnerId.of(learner), id, block.from(), block.questionIds()));
    }

    /** Shows a session, with the grades of what is answered and without answers. */
    @Get("/sessions/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "The session",
            content = @Content(schema = @Schema(implementation = Session.class)))
    @ApiResponse(responseCode = "404", description = "unknown-session")
    Session show(Authentication learner, UUID id) {
        return findSession.get(LearnerId.of(learner), id);
    }

    /** Completes a session. Its items take no answers from then on, but what was answered is answered again the same. */
    @Put("/sessions/{id}/completion")
    @ApiResponse(
            responseCode = "200",
            description = "The completed session",
            content = @Content(schema = @Schema(implementation = Session.class)))
    @ApiResponse(responseCode = "404", description = "unknown-session")
    Session complete(Authentication learner, UUID id) {
        return completeSession.complete(LearnerId.of(learner), id);
    }

    /**
     * Lists the signed-in learner's sessions, newest first, without their items.
     *
     * @param status only those that are {@code running}, or {@code completed}; absent is all
     * @param cursor {@code next_cursor} of the page before; absent for the first page
     * @param limit sessions per page
     */
    @Get("/learners/me/sessions{?status,cursor,limit}")
    SessionPage list(
            Authentication learner,
            @Nullable @QueryValue @Pattern(regexp = "running|completed") String status,
            @Parameter(required = false) @QueryValue(defaultValue = "9223372036854775807") @Min(1) long cursor,
            @Parameter(required = false) @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit) {
        // One more than asked for tells whether there is a next page.
        List<SessionRow> found = sessions.listBefore(LearnerId.of(learner).value(), status, cursor, limit + 1);
        return SessionPage.of(found, limit);
    }
}
