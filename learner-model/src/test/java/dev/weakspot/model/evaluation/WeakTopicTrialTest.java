package dev.weakspot.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weakspot.model.evaluation.WeakTopicTrial.Judged;
import dev.weakspot.model.evaluation.WeakTopicTrial.Ranking;
import dev.weakspot.model.evaluation.WeakTopicTrial.Sums;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeakTopicTrialTest {

    private final Sums sums = new Sums();

    @Test
    void aPerfectRankingIsWorthOne() {
        sums.add(List.of(new Judged(.1, .2), new Judged(.2, .4), new Judged(.3, .6), new Judged(.9, 1)));

        assertThat(sums.mean()).isEqualTo(new Ranking(1, 1, 1, 1));
    }

    /** The strongest topic first, the weakest last: one of six pairs, two of three topics, and gains 0, .6, .4 of ideally .8, .6, .4. */
    @Test
    void aRankingByHand() {
        sums.add(List.of(new Judged(.1, 1), new Judged(.2, .4), new Judged(.3, .6), new Judged(.9, .2)));

        double log3 = Math.log(3) / Math.log(2);
        Ranking ranking = sums.mean();
        assertThat(ranking.concordance()).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(ranking.precisionAt3()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(ranking.ndcg3()).isCloseTo((.6 / log3 + .4 / 2) / (.8 + .6 / log3 + .4 / 2), within(1e-12));
    }

    @Test
    void tiesCountHalfAndTheMeanIsOverLearners() {
        sums.add(List.of(new Judged(.5, .2), new Judged(.5, .4), new Judged(.5, .6)));
        sums.add(List.of(new Judged(.1, .2), new Judged(.2, .4), new Judged(.3, .6)));

        assertThat(sums.mean().concordance()).isCloseTo(.75, within(1e-12));
        assertThat(sums.mean().learners()).isEqualTo(2);
    }
}
