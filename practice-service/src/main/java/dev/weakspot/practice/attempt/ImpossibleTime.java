package dev.weakspot.practice.attempt;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.time.Instant;

/** The client's clock runs ahead of ours by more than clocks do, or stands long before anybody could have answered. */
final class ImpossibleTime extends Refusal {

    ImpossibleTime(Instant earliest, Instant latest) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "impossible-time",
                "The answer cannot have been given then",
                "answered_at must lie between %s and %s".formatted(earliest, latest));
    }
}
