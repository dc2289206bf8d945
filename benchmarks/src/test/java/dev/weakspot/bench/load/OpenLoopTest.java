package dev.weakspot.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final int PER_SECOND = 1_000;

    @Test
    void nobodyWaitsForTheErrandsBefore() throws Exception {
        int errands = 50;
        var allHaveBegun = new CountDownLatch(errands);

        Latency latency = OpenLoop.run(PER_SECOND, Duration.ofMillis(errands), () -> {
            allHaveBegun.countDown();
            assertThat(allHaveBegun.await(1, TimeUnit.MINUTES))
                    .as("another has to be done first")
                    .isTrue();
        });

        assertThat(latency.count()).isEqualTo(errands);
        assertThat(latency.nanoseconds().getMaxValue())
                .isGreaterThanOrEqualTo(Duration.ofMillis(errands - 1).toNanos());
    }

    @Test
    void itFailsAsItsErrand() {
        var failure = new IllegalStateException("a mistake");
        var begun = new AtomicInteger();

        assertThatException()
                .isThrownBy(() -> OpenLoop.run(PER_SECOND, Duration.ofMillis(10), () -> {
                    if (begun.incrementAndGet() == 5) {
                        throw failure;
                    }
                }))
                .isSameAs(failure);
    }
}
