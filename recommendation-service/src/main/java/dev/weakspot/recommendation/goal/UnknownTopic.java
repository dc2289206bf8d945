package dev.weakspot.recommendation.goal;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** The catalog has no such topic, or has withdrawn it. */
final class UnknownTopic extends Refusal {

    UnknownTopic(int place) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "unknown-topic",
                "The catalog has no such topic",
                "Number " + place + " of the topics is not in the catalog");
    }
}
