package dev.weakspot.practice.session;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.UUID;

/** The id was used before, with another body or by another learner. */
final class SessionIdTaken extends Refusal {

    SessionIdTaken(UUID session) {
        super(
                HttpStatus.CONFLICT,
                "session-id-taken",
                "The session id stands for another session",
                "Session %s was started with another body or by somebody else; a new session needs a new id"
                        .formatted(session));
    }
}
