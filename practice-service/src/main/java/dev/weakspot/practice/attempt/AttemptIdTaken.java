package dev.weakspot.practice.attempt;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.UUID;

/** The id was used before, with another body or by another learner. */
final class AttemptIdTaken extends Refusal {

    AttemptIdTaken(UUID attempt) {
        super(
                HttpStatus.CONFLICT,
                "attempt-id-taken",
                "The attempt id stands for another attempt",
                "Attempt %s was recorded with another body or by somebody else; a new attempt needs a new id"
                        .formatted(attempt));
    }
}
