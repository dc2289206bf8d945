package dev.weakspot.web.service;

import static io.micronaut.http.HttpHeaders.AUTHORIZATION;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The recommendation service: what is believed of a learner, and what to do about it. {@code after} is an attempt that the
 * answer should know of; it is waited for, two seconds at most.
 */
@Client(id = "recommendation", path = "/api/v1")
public interface RecommendationClient {

    @Get("/learners/me/suggestions")
    @Nullable Suggestions suggestions(
            @Header(AUTHORIZATION) String bearer,
            @QueryValue int count,
            @QueryValue long after,
            @QueryValue @Nullable String topic);

    @Get("/learners/me/weak-topics")
    @Nullable WeakTopics weakTopics(@Header(AUTHORIZATION) String bearer, @QueryValue int count, @QueryValue long after);

    @Get("/learners/me/beliefs")
    @Nullable Beliefs beliefs(@Header(AUTHORIZATION) String bearer, @QueryValue long after);

    @Get("/learners/me/readiness")
    @Nullable Readiness readiness(@Header(AUTHORIZATION) String bearer);

    @Get("/learners/me/mastery-history")
    @Nullable MasteryHistory masteryHistory(
            @Header(AUTHORIZATION) String bearer, @QueryValue int days, @QueryValue("time_zone") String timeZone);

    @Get("/learners/me/reviews")
    @Nullable Reviews reviews(
            @Header(AUTHORIZATION) String bearer, @QueryValue int days, @QueryValue("time_zone") String timeZone);

    @Get("/learners/me/goal")
    Readiness.@Nullable Goal goal(@Header(AUTHORIZATION) String bearer);

    /** Nothing when none is set. */
    @Get("/learners/me/goal")
    @Nullable JsonNode keptGoal(@Header(AUTHORIZATION) String bearer);

    /** What is believed, as it is kept, for handing it out. */
    @Get("/learners/me/beliefs")
    @Nullable JsonNode keptBeliefs(@Header(AUTHORIZATION) String bearer);

    @Put("/learners/me/goal")
    Readiness.@Nullable Goal setGoal(@Header(AUTHORIZATION) String bearer, @Body Readiness.Goal goal);

    @Delete("/learners/me/goal")
    void dropGoal(@Header(AUTHORIZATION) String bearer);
}
