package dev.weakspot.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.model.quality.Quality;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private final AtomicLong progress = new AtomicLong();
    private final Evaluation evaluation = new Evaluation(new CountingMeter(), 20, 1, progress::addAndGet);

    @Test
    void whoLooksAtLearnersAndQuestionsPredictsBest() {
        Report report = evaluation.run(new Classroom(1, true).answers(200, 60), new Protocol.Prequential());

        assertThat(report.scorecards().keySet())
                .containsExactly(
                        "global_mean",
                        "topic_mean",
                        "learner_topic_mean",
                        "bkt",
                        "pfa",
                        "elo",
                        "bayesian_elo",
                        "best_lr",
                        "weakspot");
        assertThat(quality(report, "weakspot").auc())
                .isGreaterThan(quality(report, "best_lr").auc());
        assertThat(quality(report, "weakspot").auc())
                .isGreaterThan(quality(report, "learner_topic_mean").auc());
        assertThat(quality(report, "bayesian_elo").auc())
                .isGreaterThan(quality(report, "learner_topic_mean").auc());
        assertThat(quality(report, "learner_topic_mean").auc())
                .isGreaterThan(quality(report, "topic_mean").auc());
        assertThat(report.scorecards().values())
                .allSatisfy(card -> assertThat(card.quality().predictions()).isEqualTo(12_000));
    }

    /** Whoever predicts a coin better than a coin has looked at it. */
    @Test
    void nobodyPredictsACoin() {
        Report report = evaluation.run(new Classroom(2, false).answers(200, 100), new Protocol.Prequential());

        assertThat(report.scorecards().values())
                .allSatisfy(card -> assertThat(card.quality().auc()).isBetween(.485, .515));
    }

    @Test
    void ofASplitOnlyItsOwnAnswersCount() {
        List<Answer> answers = new Classroom(3, true).answers(80, 40);

        Report frozen = evaluation.run(answers, new Protocol.Split("test", true));
        Report online = evaluation.run(answers, new Protocol.Split("test", false));

        assertThat(quality(frozen, "weakspot").predictions()).isEqualTo(20 * 40);
        assertThat(quality(frozen, "weakspot").auc())
                .isNotEqualTo(quality(online, "weakspot").auc());
    }

    @Test
    void weakTopicsAreFoundBetterByWhoKnowsTheLearner() {
        Report report = evaluation.run(new Classroom(4, true).answers(150, 120), new Protocol.Prequential());

        WeakTopicTrial.Ranking ours = named(report.weakTopics(), "weakspot");
        WeakTopicTrial.Ranking nonPersonal = named(report.weakTopics(), "non_personal");
        assertThat(ours.learners()).isGreaterThan(100);
        assertThat(ours.ndcg3()).isGreaterThan(nonPersonal.ndcg3() + .05);
        assertThat(ours.concordance()).isGreaterThan(nonPersonal.concordance() + .05);
    }

    @Test
    void costAndProgressAreToldPerStep() {
        List<Answer> answers = new Classroom(5, true).answers(100, 50);

        Report report = evaluation.run(answers, new Protocol.Prequential());

        assertThat(named(report.scorecards(), "elo").cost()).isEqualTo(new Scorecard.Cost(.001 / 5_000, 8.0 / 5_000));
        assertThat(progress.get()).isBetween(Evaluation.steps(5_000) / 2, Evaluation.steps(5_000));
    }

    private static Quality quality(Report report, String name) {
        return named(report.scorecards(), name).quality();
    }

    private static <T> T named(Map<String, T> results, String name) {
        return Optional.ofNullable(results.get(name)).orElseThrow();
    }

    /** One nanosecond and eight bytes between two looks. */
    private static final class CountingMeter implements Meter {

        private long looks;

        @Override
        public long nanoseconds() {
            return looks++;
        }

        @Override
        public long bytes() {
            return 8 * looks;
        }
    }
}
