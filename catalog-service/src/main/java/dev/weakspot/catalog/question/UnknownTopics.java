package dev.weakspot.catalog.question;

import dev.weakspot.catalog.topic.TopicSlug;
import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.Collection;
import java.util.stream.Collectors;

/** A question is about topics that the catalog does not have. */
public final class UnknownTopics extends Refusal {

    UnknownTopics(Collection<TopicSlug> unknown) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "unknown-topics",
                "A topic of the question is not in the catalog",
                unknown.stream()
                        .map(TopicSlug::value)
                        .collect(Collectors.joining(", ", "These topics are not in the catalog: ", ".")));
    }
}
