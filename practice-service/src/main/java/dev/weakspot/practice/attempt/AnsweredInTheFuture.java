package dev.weakspot.practice.attempt;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.time.Duration;

/** The client's clock runs ahead of ours by more than clocks do. */
final class AnsweredInTheFuture extends Refusal {

    AnsweredInTheFuture(Duration tolerance) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "answered-in-the-future",
                "The answer is from the future",
                "answered_at lies more than %d minutes ahead of this service".formatted(tolerance.toMinutes()));
    }
}
