package dev.weakspot.web.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Metrics METRICS = Metrics.read("""
            # HELP weakspot_outbox_depth Messages that wait
            # TYPE weakspot_outbox_depth gauge
            weakspot_outbox_depth 3.0
            lag{client_id="a",topic="practice.attempts.v1"} 2.0
            lag{client_id="a",topic="practice_attempts_v1"} 2.0
            lag{client_id="b",topic="practice.attempts.v1"} 5.0
            lag{client_id="c",topic="practice.attempts.v1"} NaN
            not a line of metrics at all
            """);

    @Test
    void numbersAreAddedOverTheirLabels() {
        assertThat(METRICS.sum("lag", "practice.attempts")).hasValue(7);
        assertThat(METRICS.sum("weakspot_outbox_depth", "")).hasValue(3);
    }

    @Test
    void whatIsNotThereIsNotZero() {
        assertThat(METRICS.sum("weakspot_inbox_parked_total", "")).isEmpty();
    }
}
