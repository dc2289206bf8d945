package dev.weakspot.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void endsStandAtTheEnds() {
        var upwards = new Scale(0, 1, 276, 10);

        assertThat(upwards.at(0)).isEqualTo(276);
        assertThat(upwards.at(1)).isEqualTo(10);
        assertThat(upwards.at(0.5)).isEqualTo(143);
    }

    @Test
    void valuesBeyondStandAtTheNearestEnd() {
        var scale = new Scale(0, 10, 0, 100);

        assertThat(scale.at(-3)).isZero();
        assertThat(scale.at(11)).isEqualTo(100);
    }

    @Test
    void placesHaveOneDigitBehindThePoint() {
        assertThat(new Scale(0, 3, 0, 100).at(1)).isEqualTo(33.3);
    }

    @Test
    void withoutTwoValuesThereIsNoScale() {
        assertThatThrownBy(() -> new Scale(1, 1, 0, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scale(0, Double.NaN, 0, 100)).isInstanceOf(IllegalArgumentException.class);
    }
}
