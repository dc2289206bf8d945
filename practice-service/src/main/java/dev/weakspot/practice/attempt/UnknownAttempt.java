package dev.weakspot.practice.attempt;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.UUID;

/** The learner has made no such attempt; another learner may have. */
final class UnknownAttempt extends Refusal {

    UnknownAttempt(UUID attempt) {
        super(
                HttpStatus.NOT_FOUND,
                "unknown-attempt",
                "There is no such attempt",
                "You have made no attempt %s".formatted(attempt));
    }
}
