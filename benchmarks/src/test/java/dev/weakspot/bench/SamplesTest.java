package dev.weakspot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void medianIsTheMiddleOrTheMeanOfTheTwoMiddleOnes() {
        assertThat(new Samples(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
        assertThat(new Samples(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3);
    }

    @Test
    void ratiosAreThoseOfTheRoundsNotOfTheMedians() {
        var ours = new Samples(List.of(10.0, 1.0, 30.0));
        var theirs = new Samples(List.of(10.0, 2.0, 10.0));

        assertThat(ours.dividedBy(theirs).values()).containsExactly(1.0, .5, 3.0);
    }

    @Test
    void nothingMeasuredIsNoResult() {
        assertThatThrownBy(() -> new Samples(List.of())).hasMessage("Nothing was measured");
    }
}
