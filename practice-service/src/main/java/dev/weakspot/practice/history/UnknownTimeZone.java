package dev.weakspot.practice.history;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** The name stands for no time zone. */
final class UnknownTimeZone extends Refusal {

    UnknownTimeZone() {
        super(
                HttpStatus.BAD_REQUEST,
                "unknown-time-zone",
                "There is no such time zone",
                "time_zone is a name of the IANA time zone database, such as Europe/Berlin");
    }
}
