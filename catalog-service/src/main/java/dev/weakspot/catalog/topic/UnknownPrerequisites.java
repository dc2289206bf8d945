package dev.weakspot.catalog.topic;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.Collection;
import java.util.stream.Collectors;

/** A topic wants topics first that the catalog does not have. */
public final class UnknownPrerequisites extends Refusal {

    UnknownPrerequisites(Collection<TopicSlug> unknown) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "unknown-prerequisites",
                "A prerequisite is not a topic of the catalog",
                unknown.stream()
                        .map(TopicSlug::value)
                        .sorted()
                        .collect(Collectors.joining(", ", "These prerequisites are no topics: ", ".")));
    }
}
