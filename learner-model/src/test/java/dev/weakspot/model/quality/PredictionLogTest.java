package dev.weakspot.model.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PredictionLogTest {

    private final PredictionLog log = new PredictionLog();

    @Test
    void fourPredictionsByHand() {
        log.add(.9, 1);
        log.add(.6, 0);
        log.add(.6, 1);
        log.add(.2, .25);

        Quality quality = log.quality();

        assertThat(quality.predictions()).isEqualTo(4);
        assertThat(quality.auc()).as("3.5 of 4 pairs in order").isEqualTo(.875);
        assertThat(quality.logLoss())
                .isCloseTo(-(Math.log(.9) + Math.log(.4) + Math.log(.6) + Math.log(.8)) / 4, within(1e-12));
        assertThat(quality.brier()).isCloseTo((.01 + .36 + .16 + .04) / 4, within(1e-12));
        assertThat(quality.ece()).isCloseTo((.1 + .2 + .2) / 4, within(1e-12));
        assertThat(quality.baseRate()).isEqualTo(.5);
    }

    @Test
    void withoutPredictionsItIsACoin() {
        assertThat(log.quality()).isEqualTo(new Quality(0, .5, Math.log(2), .25, 0, .5));
    }

    @Test
    void successesAloneCannotBeRanked() {
        log.add(.9, 1);

        assertThat(log.quality().auc()).isEqualTo(.5);
    }

    @Test
    void guessingKnowsNothing() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            log.add(random.nextDouble(), random.nextInt(2));
        }

        assertThat(log.quality().auc()).isCloseTo(.5, within(.01));
    }

    @Property
    void aucCountsThePairsInOrder(
            @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = 0, max = 1) Double> predicted) {
        PredictionLog alternating = new PredictionLog();
        for (int i = 0; i < predicted.size(); i++) {
            alternating.add(predicted.get(i), i % 2);
        }

        assertThat(alternating.quality().auc()).isCloseTo(shareOfPairsInOrder(predicted), within(1e-9));
    }

    private static double shareOfPairsInOrder(List<Double> predicted) {
        double inOrder = 0;
        int pairs = 0;
        for (int success = 1; success < predicted.size(); success += 2) {
            for (int failure = 0; failure < predicted.size(); failure += 2) {
                int order = Double.compare(predicted.get(success), predicted.get(failure));
                inOrder += order > 0 ? 1 : order == 0 ? .5 : 0;
                pairs++;
            }
        }
        return inOrder / pairs;
    }
}
