package dev.weakspot.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** The ends solve (p − mean)² = z²·p·(1 − p)/n, which is how Wilson defined them. */
    @ParameterizedTest
    @CsvSource({"0.5, 10", "0.9, 10", "0.3, 200", "0.999, 3", "1, 5", "0, 5"})
    void theEndsAreThoseOfWilson(double mean, int observations) {
        Interval interval = Interval.of(mean, observations);

        for (double end : new double[] {interval.low(), interval.high()}) {
            assertThat((end - mean) * (end - mean))
                    .isCloseTo(1.6449 * 1.6449 * end * (1 - end) / observations, within(1e-12));
        }
        assertThat(interval.low()).isBetween(0.0, mean + 1e-12);
        assertThat(interval.high()).isBetween(mean - 1e-12, 1.0);
    }

    @Test
    void moreObservationsLeaveLessDoubt() {
        assertThat(Interval.of(0.6, 100).low())
                .isGreaterThan(Interval.of(0.6, 10).low());
        assertThat(Interval.of(0.6, 100).high()).isLessThan(Interval.of(0.6, 10).high());
    }

    @Test
    void nothingHasNoMean() {
        assertThatThrownBy(() -> Interval.of(0.5, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
