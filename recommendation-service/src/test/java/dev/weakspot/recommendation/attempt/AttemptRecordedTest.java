package dev.weakspot.recommendation.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttemptRecordedTest {

    @Test
    void timesAreKeptToMicroseconds() {
        var recorded = new AttemptRecorded(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                "orm-1",
                0,
                List.of("orm"),
                1,
                Instant.parse("2026-03-02T08:00:00.123456789Z"),
                null);

        Instant answeredAt = recorded.toNumberedAttempt().attempt().answeredAt();

        assertThat(answeredAt).isEqualTo("2026-03-02T08:00:00.123456Z");
    }
}
