package dev.weakspot.practice.attempt;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;

/** More attempts wait to be committed than the queue holds, or the database is away. Sending it again is harmless. */
final class TooBusy extends Refusal {

    TooBusy() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-busy",
                "The service has more to write than it can",
                "Send the attempt again with the same id: it is recorded once");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
