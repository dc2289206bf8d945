package dev.weakspot.practice.session;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.UUID;

/** The session is over: what is answered stays, and nothing is added. */
final class SessionIsCompleted extends Refusal {

    SessionIsCompleted(UUID session) {
        super(
                HttpStatus.CONFLICT,
                "session-completed",
                "The session is completed",
                "Session %s takes no more questions and answers".formatted(session));
    }
}
