package dev.weakspot.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowTrainingTest {

    @ParameterizedTest
    @CsvSource({
        "0,     PT0.1S, PT0.1S",
        "100,   PT0.1S, PT0.1S",
        "101,   PT0.1S, PT1S",
        "1000,  PT1S,   PT0.1S",
        "1001,  PT1S,   PT1S",
        // Learning begins anew.
        "-9000, PT1S,   PT0.1S"
    })
    void whatIsServedIsCopiedOnceASecondWhileMuchIsLearned(long attempts, Duration time, Duration breath) {
        assertThat(FollowTraining.breathAfter(attempts, time)).isEqualTo(breath);
    }
}
