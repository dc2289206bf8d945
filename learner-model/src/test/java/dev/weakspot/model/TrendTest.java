package dev.weakspot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {

    @Test
    void threeSurprisesInARowPointSomewhere() {
        Trend thrice = Trend.NONE.after(1, .4).after(1, .4).after(1, .4);

        assertThat(Trend.NONE.direction()).isEqualTo(Trend.Direction.STEADY);
        assertThat(thrice.direction()).isEqualTo(Trend.Direction.RISING);
        assertThat(thrice.after(0, .8).after(0, .8).after(0, .8).direction()).isEqualTo(Trend.Direction.FALLING);
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

    /** The average after three attempts that all went .5 better than expected is (1 - .7³) · .5 = .3285, after four .380. */
    @Test
    void itPointsWhereChanceAloneSeldomGets() {
        Trend thrice = Trend.NONE.after(1, .5).after(1, .5).after(1, .5);

        assertThat(thrice.surprise()).isCloseTo(.3285, within(1e-12));
        assertThat(thrice.direction()).isEqualTo(Trend.Direction.STEADY);
        assertThat(thrice.after(1, .5).direction()).isEqualTo(Trend.Direction.RISING);
    }

    /** The model is right, so every trend is a false alarm. */
    @ParameterizedTest
    @CsvSource({".5, .10", ".6, .08", ".7, .05", ".85, .03"})
    void whereNothingChangesOneAttemptInTenAtMostLooksLikeATrend(double success, double share) {
        var chance = new Random(3);
        int attempts = 100_000;
        int alarms = 0;
        Trend trend = Trend.NONE;

        for (int i = 0; i < attempts; i++) {
            trend = trend.after(chance.nextDouble() < success ? 1 : 0, success);
            alarms += trend.direction() == Trend.Direction.STEADY ? 0 : 1;
        }

        assertThat((double) alarms / attempts).isCloseTo(share, within(.005));
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
