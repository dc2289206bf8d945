package dev.weakspot.practice.session;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.UUID;

/** The attempt is on no item of the session that it names: another id, another question or another version. */
final class NotAnItem extends Refusal {

    NotAnItem(UUID attempt) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "not-an-item",
                "The session has no such item",
                "Attempt %s on this version of this question is none of the items of the session".formatted(attempt));
    }
}
