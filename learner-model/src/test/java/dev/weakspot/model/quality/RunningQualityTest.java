package dev.weakspot.model.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RunningQualityTest {

    private final RunningQuality running = new RunningQuality();

    @Property(tries = 20)
    void ofAllPredictionsItSaysWhatTheLogOfThemSays(@ForAll long seed) {
        var quality = new RunningQuality();
        var log = new PredictionLog();
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            double predicted = random.nextDouble();
            double score = random.nextDouble() < predicted ? 1 : 0;
            quality.add(predicted, score);
            log.add(predicted, score);
        }

        assertThat(quality.all().predictions()).isEqualTo(5_000);
        assertThat(quality.all().auc()).isCloseTo(log.quality().auc(), within(.001));
        assertThat(quality.all().logLoss()).isCloseTo(log.quality().logLoss(), within(1e-9));
        assertThat(quality.all().brier()).isCloseTo(log.quality().brier(), within(1e-9));
        assertThat(quality.all().ece()).isCloseTo(log.quality().ece(), within(.003));
        assertThat(quality.all().baseRate()).isCloseTo(log.quality().baseRate(), within(1e-9));
    }

    @Test
    void lateMistakesCountMoreAmongTheRecentOnes() {
        addMany(RunningQuality.HALF_LIFE, .9, 1);
        addMany(RunningQuality.HALF_LIFE, .9, 0);

        assertThat(running.all().baseRate()).isEqualTo(.5);
        assertThat(running.recent().baseRate()).isCloseTo(1 / 3.0, within(1e-3));
        assertThat(running.recent().logLoss()).isGreaterThan(running.all().logLoss());
    }

    @Test
    void theRecentOnesWeighNoMoreThanTheirHalfLifeAllows() {
        addMany(30 * RunningQuality.HALF_LIFE, .7, 1);

        assertThat(running.recent().predictions()).isBetween(14_000L, 15_000L);
    }

    /** The weight of new predictions grows, and is brought back once it is large. */
    @Test
    void itGoesOnForEver() {
        addMany(400 * RunningQuality.HALF_LIFE, .7, 1);

        assertThat(running.all().predictions()).isEqualTo(400L * RunningQuality.HALF_LIFE);
        assertThat(running.recent().predictions()).isBetween(14_000L, 15_000L);
        assertThat(running.recent().logLoss()).isCloseTo(-Math.log(.7), within(1e-9));
    }

    @Test
    void beforeTheFirstPredictionItIsThatOfACoin() {
        assertThat(running.all()).isEqualTo(new PredictionLog().quality());
        assertThat(running.recent()).isEqualTo(new PredictionLog().quality());
    }

    @Test
    void itGoesOnFromItsBytes() {
        var whole = new RunningQuality();
        var saved = new RunningQuality();
        for (int i = 0; i < 100; i++) {
            whole.add(i / 100.0, i % 3 == 0 ? 1 : 0);
            saved = RunningQuality.of(saved.toBytes());
            saved.add(i / 100.0, i % 3 == 0 ? 1 : 0);
        }

        assertThat(saved.toBytes()).isEqualTo(whole.toBytes());
    }

    @Test
    void otherBytesAreRefused() {
        byte[] bytes = running.toBytes();

        assertThatThrownBy(() -> RunningQuality.of(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        bytes[0] = 9;
        assertThatThrownBy(() -> RunningQuality.of(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    private void addMany(int times, double predicted, double score) {
        for (int i = 0; i < times; i++) {
            running.add(predicted, score);
        }
    }
}
