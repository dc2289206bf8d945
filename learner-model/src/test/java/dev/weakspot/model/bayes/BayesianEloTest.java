package dev.weakspot.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Estimate;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BayesianEloTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final TopicSlug ORM = new TopicSlug("orm");
    private static final TopicSlug VIEWS = new TopicSlug("views");
    private static final Question LAZINESS = question("laziness", 0, ORM);
    private static final Question URLS = question("urls", .5, VIEWS);
    private static final Question LIST_OF_BOOKS = question("list-of-books", -1, ORM, VIEWS);
    private static final List<Question> BANK = List.of(LAZINESS, URLS, LIST_OF_BOOKS);

    private final BayesianElo model = new BayesianElo();

    @ParameterizedTest
    @CsvSource({"0, .5", "1, .3401", "-1, .6599", "2, .2099"})
    void aNewcomerIsExpectedToDoAsWellAsTheAuthorThinks(double difficulty, double expected) {
        Estimate prediction =
                model.predict(model.newLearner(), Calibration.untrained(), question("new", difficulty, ORM));

        assertThat(prediction.value()).isCloseTo(expected, within(.0001));
    }

    @ParameterizedTest
    @CsvSource({"1, .275862", "0, -.275862", ".75, .137931", ".5, 0"})
    void oneAnswerMovesEachBeliefByItsDoubt(double score, double gain) {
        Calibration calibration = Calibration.untrained();

        LearnerState after = model.after(model.newLearner(), calibration, new Attempt(LAZINESS, score, MONDAY));

        assertThat(List.of(
                        after.general().mean(),
                        after.findTopic(ORM).orElseThrow().level().mean(),
                        calibration.bias().mean(),
                        calibration.topic(ORM).mean(),
                        calibration.question(LAZINESS).mean()))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
                .containsExactly(gain, gain / 4, gain, gain, -gain);
    }

    @Test
    void aQuestionOnTwoTopicsTeachesHalfAboutEach() {
        Question single = question("single", 0, ORM);
        Question twofold = question("twofold", 0, ORM, VIEWS);

        double whole = levelAfterRight(single);
        double half = levelAfterRight(twofold);

        assertThat(half / whole).isBetween(.4, .6);
    }

    /** Also the witness that numbers do not change unnoticed: a change here is a new version of the model. */
    @Test
    void aHistoryGivesExactlyTheseNumbers() {
        Calibration calibration = Calibration.untrained();

        LearnerState after = learn(
                calibration,
                List.of(
                        new Attempt(LAZINESS, 1, MONDAY),
                        new Attempt(URLS, 0, MONDAY),
                        new Attempt(LIST_OF_BOOKS, .75, MONDAY),
                        new Attempt(URLS, 0, MONDAY),
                        new Attempt(LAZINESS, 1, MONDAY),
                        new Attempt(LIST_OF_BOOKS, 1, MONDAY)));

        assertThat(after.general()).isEqualTo(new Gaussian(0.1675725574175329, 0.5347636084518329));
        assertThat(after.topics())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ORM, new TopicBelief(new Gaussian(0.1547224048486627, 0.26715112458631923), 4, MONDAY),
                        VIEWS, new TopicBelief(new Gaussian(-0.09224677540532918, 0.2683851309700177), 4, MONDAY)));
        assertThat(calibration.bias()).isEqualTo(new Gaussian(0.1656673512839696, 0.5230259540691303));
        assertThat(calibration.topic(VIEWS)).isEqualTo(new Gaussian(-0.3612590126865728, 0.7283957492964072));
        assertThat(calibration.question(URLS)).isEqualTo(new Gaussian(0.9336206529705973, 0.7663353737456212));
        assertThat(model.mastery(after, calibration, ORM, List.of(LAZINESS, LIST_OF_BOOKS)))
                .isEqualTo(new Estimate(0.7626831488296675, 0.5320479223644483, 0.9183848215399842));
    }

    @Property
    void moreCorrectAnswersNeverLowerTheEstimate(
            @ForAll("histories") List<Attempt> history, @ForAll @IntRange(min = 0, max = 2) int asked) {
        Question question = BANK.get(asked);

        double before = predictedAfter(history, question);
        double afterOneMore = predictedAfter(plus(history, new Attempt(question, 1, MONDAY)), question);

        assertThat(afterOneMore).isGreaterThanOrEqualTo(before);
    }

    @Property
    void aBetterAnswerNeverLowersTheEstimate(
            @ForAll("histories") List<Attempt> history,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        Attempt worse = new Attempt(LIST_OF_BOOKS, Math.min(one, other), MONDAY);
        Attempt better = new Attempt(LIST_OF_BOOKS, Math.max(one, other), MONDAY);

        for (Question question : BANK) {
            assertThat(predictedAfter(plus(history, better), question))
                    .isGreaterThanOrEqualTo(predictedAfter(plus(history, worse), question));
        }
    }

    @Property
    void theSameAttemptsGiveTheSameBeliefBitForBit(@ForAll("histories") List<Attempt> history) {
        assertThat(learn(Calibration.untrained(), history)).isEqualTo(learn(Calibration.untrained(), history));
    }

    @Property
    void aHarderQuestionIsNeverMoreLikelyAnswered(
            @ForAll("histories") List<Attempt> history,
            @ForAll @DoubleRange(min = -4, max = 4) double one,
            @ForAll @DoubleRange(min = -4, max = 4) double other) {
        Question easier = question("a new one", Math.min(one, other), ORM);
        Question harder = question("a new one", Math.max(one, other), ORM);

        assertThat(predictedAfter(history, harder)).isLessThanOrEqualTo(predictedAfter(history, easier));
    }

    @Property
    void masteryLiesBetweenTheBestAndTheWorstQuestion(@ForAll("histories") List<Attempt> history) {
        Calibration calibration = Calibration.untrained();
        LearnerState learner = learn(calibration, history);

        Estimate mastery = model.mastery(learner, calibration, ORM, List.of(LAZINESS, LIST_OF_BOOKS));

        double first = model.predict(learner, calibration, LAZINESS).value();
        double second = model.predict(learner, calibration, LIST_OF_BOOKS).value();
        assertThat(mastery.value()).isBetween(Math.min(first, second) - 1e-12, Math.max(first, second) + 1e-12);
        assertThat(mastery.high() - mastery.low()).isPositive();
    }

    @Test
    void evidenceNarrowsTheInterval() {
        Calibration calibration = Calibration.untrained();
        Estimate newcomer = model.mastery(model.newLearner(), calibration, ORM, List.of(LAZINESS));
        List<Attempt> tenAnswers = Stream.iterate(0, i -> i + 1)
                .limit(10)
                .map(i -> new Attempt(LAZINESS, i % 2, MONDAY))
                .toList();

        LearnerState practised = learn(calibration, tenAnswers);
        Estimate known = model.mastery(practised, calibration, ORM, List.of(LAZINESS));

        assertThat(known.high() - known.low()).isLessThan(newcomer.high() - newcomer.low());
    }

    @Test
    void aTopicWithoutQuestionsIsJudgedByATypicalOne() {
        Estimate mastery = model.mastery(model.newLearner(), Calibration.untrained(), ORM, List.of());

        assertThat(mastery.value()).isEqualTo(.5);
    }

    @Test
    void aCopyLearnsOnItsOwn() {
        Calibration calibration = Calibration.untrained();
        learn(calibration, List.of(new Attempt(LAZINESS, 1, MONDAY)));
        Gaussian before = calibration.question(LAZINESS);

        learn(calibration.copy(), List.of(new Attempt(LAZINESS, 1, MONDAY)));

        assertThat(calibration.question(LAZINESS)).isEqualTo(before);
    }

    @Provide
    Arbitrary<List<Attempt>> histories() {
        Arbitrary<Question> questions = Arbitraries.of(BANK);
        Arbitrary<Double> scores = Arbitraries.of(0.0, .25, .5, .75, 1.0);
        return Combinators.combine(questions, scores)
                .as((question, score) -> new Attempt(question, score, MONDAY))
                .list()
                .ofMaxSize(60);
    }

    private double levelAfterRight(Question question) {
        LearnerState after = model.after(model.newLearner(), Calibration.untrained(), new Attempt(question, 1, MONDAY));
        return after.findTopic(ORM).orElseThrow().level().mean();
    }

    private double predictedAfter(List<Attempt> history, Question question) {
        Calibration calibration = Calibration.untrained();
        return model.predict(learn(calibration, history), calibration, question).value();
    }

    private LearnerState learn(Calibration calibration, List<Attempt> history) {
        LearnerState learner = model.newLearner();
        for (Attempt attempt : history) {
            learner = model.after(learner, calibration, attempt);
        }
        return learner;
    }

    private static List<Attempt> plus(List<Attempt> history, Attempt attempt) {
        return Stream.concat(history.stream(), Stream.of(attempt)).toList();
    }

    private static Question question(String id, double difficulty, TopicSlug... topics) {
        return new Question(new QuestionId(id), List.of(topics), difficulty);
    }
}
