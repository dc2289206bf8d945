package dev.weakspot.catalog.topic;

import dev.weakspot.catalog.Page;
import dev.weakspot.catalog.Roles;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Topics over HTTP. */
@Controller("/api/v1/topics")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.LEARNER, Roles.AUTHOR, Roles.ANALYST})
class TopicController {

    private final Topics topics;
    private final PublishTopic publishTopic;

    TopicController(Topics topics, PublishTopic publishTopic) {
        this.topics = topics;
        this.publishTopic = publishTopic;
    }

    /** Lists the topics, ordered by group and title. */
    @Get
    Page<Topic> listTopics(
            @Parameter(required = false) @QueryValue(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @Parameter(required = false) @QueryValue(defaultValue = "100") @Min(1) @Max(100) int size) {
        return topics.list(page, size);
    }

    /** Shows one topic. */
    @Get("/{slug}")
    Topic showTopic(TopicSlug slug) {
        return topics.find(slug).orElseThrow(() -> new UnknownTopic(slug));
    }

    /** Makes a topic, or changes it. Sending it again changes nothing. */
    @Put("/{slug}")
    @Secured(Roles.AUTHOR)
    @ApiResponse(responseCode = "200", description = "The topic was there, and is now as sent")
    @ApiResponse(responseCode = "201", description = "The topic is new")
    HttpResponse<Topic> putTopic(TopicSlug slug, @Body @Valid Topic topic) {
        if (!topic.slug().equals(slug)) {
            throw new SlugMismatch(slug, topic.slug());
        }
        return switch (publishTopic.publish(topic)) {
            case NEW -> HttpResponse.created(topic);
            case CHANGED, UNCHANGED -> HttpResponse.ok(topic);
        };
    }
}
