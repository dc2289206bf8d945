package dev.weakspot.recommendation.learner;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** The IANA database has no such time zone. */
final class UnknownTimeZone extends Refusal {

    UnknownTimeZone() {
        super(
                HttpStatus.BAD_REQUEST,
                "unknown-time-zone",
                "There is no such time zone",
                "time_zone must be a name of the IANA database, such as Europe/Berlin");
    }
}
