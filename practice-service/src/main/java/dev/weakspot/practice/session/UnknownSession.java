package dev.weakspot.practice.session;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.UUID;

/** The learner has no such session; another learner may. */
final class UnknownSession extends Refusal {

    UnknownSession(UUID session) {
        super(
                HttpStatus.NOT_FOUND,
                "unknown-session",
                "There is no such session",
                "You have no session %s".formatted(session));
    }
}
