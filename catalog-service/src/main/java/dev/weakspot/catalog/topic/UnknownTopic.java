package dev.weakspot.catalog.topic;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** Somebody asked for a topic that the catalog does not have. */
public final class UnknownTopic extends Refusal {

    UnknownTopic(TopicSlug slug) {
        super(HttpStatus.NOT_FOUND, "unknown-topic", "There is no such topic", "No topic is called " + slug + ".");
    }
}
