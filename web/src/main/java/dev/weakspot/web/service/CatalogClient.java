package dev.weakspot.web.service;

import static io.micronaut.http.HttpHeaders.AUTHORIZATION;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.client.annotation.Client;
import org.jspecify.annotations.Nullable;

/** The catalog, as {@link QuestionBank} asks it. */
@Client(id = "catalog", path = "/api/v1")
interface CatalogClient {

    @Get("/questions/{id}/versions/{version}")
    @Nullable Question question(@Header(AUTHORIZATION) String bearer, String id, int version);

    @Get("/questions")
    KeyedQuestion.@Nullable Found keyedQuestions(
            @Header(AUTHORIZATION) String bearer, @QueryValue int page, @QueryValue int size);

    @Get("/topics")
    Topic.@Nullable All topics(@Header(AUTHORIZATION) String bearer);
}
