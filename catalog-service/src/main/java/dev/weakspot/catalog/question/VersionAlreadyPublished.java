package dev.weakspot.catalog.question;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** Somebody tried to change what a published version says. */
public final class VersionAlreadyPublished extends Refusal {

    VersionAlreadyPublished(QuestionId id, int version) {
        super(
                HttpStatus.CONFLICT,
                "version-already-published",
                "A published version never changes",
                "Version " + version + " of " + id + " is published with another content. Give the new content a higher"
                        + " version.");
    }
}
