package dev.weakspot.web.service;

import static io.micronaut.http.HttpHeaders.AUTHORIZATION;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.json.tree.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The practice service: sets of questions, answers and what came of them. */
@Client(id = "practice", path = "/api/v1")
public interface PracticeClient {

    @Post("/sessions")
    @Nullable Session begin(@Header(AUTHORIZATION) String bearer, @Body NewSession session);

    @Get("/sessions/{id}")
    @Nullable Session session(@Header(AUTHORIZATION) String bearer, UUID id);

    @Post("/sessions/{id}/items")
    @Nullable Session goOn(@Header(AUTHORIZATION) String bearer, UUID id, @Body NewSession.More more);

    @Put("/sessions/{id}/completion")
    @Nullable Session complete(@Header(AUTHORIZATION) String bearer, UUID id);

    @Get("/learners/me/sessions")
    @Nullable SessionList sessions(@Header(AUTHORIZATION) String bearer, @QueryValue String status, @QueryValue int limit);

    @Post("/attempts")
    @Nullable Attempt submit(@Header(AUTHORIZATION) String bearer, @Body Submission submission);

    @Get("/attempts/{id}")
    @Nullable Attempt attempt(@Header(AUTHORIZATION) String bearer, UUID id);

    /** The learner's attempts, newest first, from a cursor of the page before on. */
    @Get("/learners/me/attempts")
    @Nullable AttemptPage attempts(
            @Header(AUTHORIZATION) String bearer, @QueryValue @Nullable String cursor, @QueryValue int limit);

    /** The same as practice keeps it, answers included, for handing it out. */
    @Get("/learners/me/attempts")
    @Nullable JsonNode keptAttempts(
            @Header(AUTHORIZATION) String bearer, @QueryValue @Nullable String cursor, @QueryValue int limit);

    /** All sets of the learner as practice keeps them, newest first, for handing them out. */
    @Get("/learners/me/sessions")
    @Nullable JsonNode keptSessions(
            @Header(AUTHORIZATION) String bearer, @QueryValue @Nullable String cursor, @QueryValue int limit);

    @Get("/learners/me/calibration")
    @Nullable Calibration calibration(@Header(AUTHORIZATION) String bearer);

    @Get("/questions/{id}/versions/{version}/outline")
    Reveal.@Nullable Outline outline(@Header(AUTHORIZATION) String bearer, String id, int version);

    @Get("/questions/{id}/versions/{version}/model-answer")
    Reveal.@Nullable ModelAnswer modelAnswer(@Header(AUTHORIZATION) String bearer, String id, int version);

    /**
     * The days on which the learner has practised.
     *
     * @param timeZone where a day begins and ends
     */
    @Get("/learners/me/days")
    @Nullable Days days(@Header(AUTHORIZATION) String bearer, @QueryValue("time_zone") String timeZone, @QueryValue int days);
}
