package dev.weakspot.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void whoSaysNothingElseWaitsAMinute() {
        var millis = new AtomicLong();

        Awaitility.await()
                .conditionEvaluationListener(
                        condition -> millis.set(condition.getElapsedTimeInMS() + condition.getRemainingTimeInMS()))
                .until(() -> true);

        assertThat(millis.get()).isBetween(59_000L, 61_000L);
    }
}
