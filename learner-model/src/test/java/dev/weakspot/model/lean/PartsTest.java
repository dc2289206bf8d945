package dev.weakspot.model.lean;

import static dev.weakspot.model.lean.Histories.LAZINESS;
import static dev.weakspot.model.lean.Histories.LIST_OF_BOOKS;
import static dev.weakspot.model.lean.Histories.MONDAY;
import static dev.weakspot.model.lean.Histories.ORM;
import static dev.weakspot.model.lean.Histories.SPARSE_BITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.StableHash;
import dev.weakspot.model.bayes.BayesianElo;
import dev.weakspot.model.bayes.Calibration;
import dev.weakspot.model.bayes.LearnerState;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {

    private final Parameters parameters = Parameters.untrained(SPARSE_BITS);
    private final LearnerMemory ada = new LearnerMemory();

    @Property(tries = 200)
    void theCoreIsTheBayesianEloThatOneCanRead(@ForAll @IntRange(max = 60) int attempts, @ForAll long seed) {
        List<Attempt> history = Histories.undated(attempts, seed);
        BayesianElo readable = new BayesianElo();
        Calibration calibration = Calibration.untrained();
        LearnerState state = readable.newLearner();
        Parameters trained = Parameters.untrained(SPARSE_BITS);
        LearnerMemory memory = new LearnerMemory();

        for (Attempt attempt : history) {
            double expected =
                    readable.predict(state, calibration, attempt.question()).value();
            state = readable.after(state, calibration, attempt);
            double predicted = SinglePart.bayesianCore().learn(memory, trained, attempt);
            assertThat(predicted).isCloseTo(expected, within(1e-5));
        }
        assertThat((double) memory.level).isCloseTo(state.general().mean(), within(1e-5));
    }

    @Property(tries = 200)
    void aBetterAnswerNeverLowersTheCoresEstimate(
            @ForAll @IntRange(max = 40) int attempts,
            @ForAll long seed,
            @ForAll @DoubleRange(max = 1) double one,
            @ForAll @DoubleRange(max = 1) double other) {
        double afterWorse = predictedByCore(attempts, seed, Math.min(one, other));
        double afterBetter = predictedByCore(attempts, seed, Math.max(one, other));

        assertThat(afterBetter).isGreaterThanOrEqualTo(afterWorse);
    }

    private static double predictedByCore(int attempts, long seed, double lastScore) {
        SinglePart core = SinglePart.bayesianCore();
        Parameters trained = Parameters.untrained(SPARSE_BITS);
        LearnerMemory memory = new LearnerMemory();
        Histories.undated(attempts, seed).forEach(attempt -> core.learn(memory, trained, attempt));
        core.learn(memory, trained, new Attempt(LIST_OF_BOOKS, lastScore, MONDAY));
        return core.learn(memory, trained, new Attempt(LIST_OF_BOOKS, 1, MONDAY));
    }

    @Test
    void anEloRatingMovesByItsStepTimesTheSurprise() {
        SinglePart.elo().learn(ada, parameters, new Attempt(LAZINESS, 1, MONDAY));

        assertThat(ada.rating).isCloseTo(.15f, within(1e-6f));
        assertThat(topic().rating).isCloseTo(.3f, within(1e-6f));
        assertThat(parameters.question(new QuestionId("laziness"), 0).rating).isCloseTo(-.2, within(1e-12));
        assertThat(parameters.topic("orm").easeRating).isCloseTo(.01, within(1e-12));
    }

    /** By hand: known .5, guess .5 σ(−1), slip .5 σ(−2), learned σ(−2). */
    @ParameterizedTest
    @CsvSource({"1, .8898", "0, .1759", ".5, .5329"})
    void tracingFollowsBayesAndThenTheLearner(double score, double known) {
        double expected = SinglePart.knowledgeTracing().follow(ada, parameters, new Attempt(LAZINESS, score, MONDAY));

        assertThat(expected).isCloseTo(.5374, within(1e-4));
        assertThat((double) topic().knowledge).isCloseTo(known, within(1e-4));
    }

    @Test
    void tracingLearnsThatATopicIsKnownBeforehand() {
        for (int i = 0; i < 100; i++) {
            SinglePart.knowledgeTracing().learn(new LearnerMemory(), parameters, new Attempt(LAZINESS, 1, MONDAY));
        }

        assertThat(KnowledgeTracing.Chance.KNOWN_BEFORE.of(parameters.topic("orm")))
                .isGreaterThan(.6);
    }

    /** One step of AdaGrad on a gradient of one half: .3 · .5 / √(1 + .25). */
    @Test
    void bestLogisticStepsAgainstItsError() {
        double expected = SinglePart.bestLogistic().learn(ada, parameters, new Attempt(LAZINESS, 1, MONDAY));

        assertThat(expected).isEqualTo(.5);
        assertThat(parameters.best.value(BestLogistic.CommonFeature.ONE)).isCloseTo(.134164, within(1e-6));
        assertThat(parameters.best.value(BestLogistic.CommonFeature.SUCCESSES)).isZero();
        assertThat(parameters.question(new QuestionId("laziness"), 0).best.value(BestLogistic.QuestionFeature.ONE))
                .isCloseTo(.134164, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0", "3, 1", "14, 1", "15, 2", "62, 2", "63, 3", "254, 3", "255, 4", "100000, 4"})
    void experienceGrowsWithTheLogarithmOfAttempts(int attempts, int experience) {
        assertThat(Stack.experience(attempts)).isEqualTo(experience);
    }

    private TopicMemory topic() {
        return ada.topic(StableHash.of(ORM.value()));
    }
}
