package dev.weakspot.catalog.question;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** A new version would be older than the one that is published. */
public final class VersionTooLow extends Refusal {

    VersionTooLow(QuestionId id, int version, int current) {
        super(
                HttpStatus.CONFLICT,
                "version-too-low",
                "A new version is higher than all before",
                "Version " + current + " of " + id + " is published already, so " + version + " cannot follow.");
    }
}
