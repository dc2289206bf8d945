package dev.weakspot.recommendation.suggestion;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** The catalog has no such topic, or has withdrawn it. */
final class UnknownTopic extends Refusal {

    UnknownTopic() {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "unknown-topic",
                "The catalog has no such topic",
                "topic must be the slug of a topic of the catalog");
    }
}
