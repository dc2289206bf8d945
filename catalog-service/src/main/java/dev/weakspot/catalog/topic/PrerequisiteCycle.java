package dev.weakspot.catalog.topic;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.stream.Collectors;

/** A topic would, by way of others, have to be known before itself. */
public final class PrerequisiteCycle extends Refusal {

    PrerequisiteCycle(List<TopicSlug> way) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "prerequisite-cycle",
                "Prerequisites must not lead back to the topic",
                way.stream()
                        .map(TopicSlug::value)
                        .collect(Collectors.joining(" → ", "The prerequisites form a cycle: ", ".")));
    }
}
