package dev.weakspot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void threeSurprisesInARowPointSomewhere() {
        Trend thrice = Trend.NONE.after(1, .5).after(1, .5).after(1, .5);

        assertThat(Trend.NONE.direction()).isEqualTo(Trend.Direction.STEADY);
        assertThat(thrice.direction()).isEqualTo(Trend.Direction.RISING);
        assertThat(thrice.after(0, .7).after(0, .7).after(0, .7).direction()).isEqualTo(Trend.Direction.FALLING);
    }

    @Property
    void oneOrTwoAttemptsAreNoTrend(
            @ForAll @DoubleRange(min = 0, max = 1) double score,
            @ForAll @DoubleRange(min = 0, max = 1) double predicted) {
        Trend once = Trend.NONE.after(score, predicted);
        Trend twice = once.after(score, predicted);

        assertThat(once.direction()).isEqualTo(Trend.Direction.STEADY);
        assertThat(twice.direction()).isEqualTo(Trend.Direction.STEADY);
    }

    /** The average after three attempts that all went .3 better than expected is (1 - .7³) · .3 = .197, after four .228. */
    @Test
    void itPointsFromAFifthOn() {
        Trend thrice = Trend.NONE.after(.8, .5).after(.8, .5).after(.8, .5);

        assertThat(thrice.surprise()).isCloseTo(.1971, within(1e-12));
        assertThat(thrice.direction()).isEqualTo(Trend.Direction.STEADY);
        assertThat(thrice.after(.8, .5).direction()).isEqualTo(Trend.Direction.RISING);
    }

    @Test
    void whatWentAsExpectedIsSteadyHoweverGood() {
        Trend trend = Trend.NONE;
        for (int i = 0; i < 20; i++) {
            trend = trend.after(1, .9);
        }

        assertThat(trend.attempts()).isEqualTo(20);
        assertThat(trend.direction()).isEqualTo(Trend.Direction.STEADY);
    }

    @Property
    void aBetterAnswerNeverLowersIt(
            @ForAll @DoubleRange(min = -1, max = 1) double surprise,
            @ForAll @DoubleRange(min = 0, max = 1) double predicted,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        Trend trend = new Trend(surprise, 5);

        Trend worse = trend.after(Math.min(one, other), predicted);
        Trend better = trend.after(Math.max(one, other), predicted);

        assertThat(better.surprise()).isGreaterThanOrEqualTo(worse.surprise());
    }
}
