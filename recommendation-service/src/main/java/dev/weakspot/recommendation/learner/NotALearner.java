package dev.weakspot.recommendation.learner;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** The token is valid, but its subject is not a learner's pseudonym. */
public final class NotALearner extends Refusal {

    NotALearner() {
        super(
                HttpStatus.FORBIDDEN,
                "not-a-learner",
                "Only learners may do this",
                "The token's subject is not a learner id (a UUID)");
    }
}
