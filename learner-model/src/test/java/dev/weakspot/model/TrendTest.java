package dev.weakspot.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void threeSurprisesInARowPointSomewhere() {
        Trend once = Trend.NONE.after(1, .5);
        Trend thrice = once.after(1, .5).after(1, .5);

        assertThat(Trend.NONE.direction()).isEqualTo(Trend.Direction.STEADY);
        assertThat(once.direction()).isEqualTo(Trend.Direction.STEADY);
        assertThat(thrice.direction()).isEqualTo(Trend.Direction.RISING);
        assertThat(thrice.after(0, .7).after(0, .7).after(0, .7).direction()).isEqualTo(Trend.Direction.FALLING);
    }

    @Property
    void aBetterAnswerNeverLowersIt(
            @ForAll @DoubleRange(min = -1, max = 1) double surprise,
            @ForAll @DoubleRange(min = 0, max = 1) double predicted,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        Trend trend = new Trend(surprise);

        Trend worse = trend.after(Math.min(one, other), predicted);
        Trend better = trend.after(Math.max(one, other), predicted);

        assertThat(better.surprise()).isGreaterThanOrEqualTo(worse.surprise());
    }
}
