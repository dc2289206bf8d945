package dev.weakspot.model.lean;

import static dev.weakspot.model.lean.Histories.BANK;
import static dev.weakspot.model.lean.Histories.CLEANING;
import static dev.weakspot.model.lean.Histories.FORMS;
import static dev.weakspot.model.lean.Histories.LAZINESS;
import static dev.weakspot.model.lean.Histories.LIST_OF_BOOKS;
import static dev.weakspot.model.lean.Histories.MONDAY;
import static dev.weakspot.model.lean.Histories.ORM;
import static dev.weakspot.model.lean.Histories.SPARSE_BITS;
import static dev.weakspot.model.lean.Histories.VIEWS;
import static dev.weakspot.model.lean.Histories.WIZARD;
import static dev.weakspot.model.lean.Histories.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Estimate;
import dev.weakspot.model.Logit;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeanTest {

    private final Lean model = new Lean();
    private final Parameters parameters = Parameters.untrained(SPARSE_BITS);
    private final LearnerMemory ada = new LearnerMemory();

    @ParameterizedTest
    @CsvSource({"0, .5", "1, .3401", "-1, .6599", "2, .2099"})
    void aNewcomerIsExpectedToDoAsWellAsTheAuthorThinks(double difficulty, double expected) {
        Estimate prediction = model.predict(ada, parameters, question("new", difficulty, ORM));

        assertThat(prediction.value()).isCloseTo(expected, within(.0001));
        assertThat(model.mastery(ada, parameters, ORM, List.of(question("new", difficulty, ORM)))
                        .value())
                .isCloseTo(expected, within(.0001));
    }

    /** Also the witness that numbers do not change unnoticed: a change here is a new version of the model. */
    @Test
    void aHistoryGivesExactlyTheseBytes() throws IOException {
        learn(parameters, ada, Histories.dated(60, 1));

        assertThat(ada.toBytes()).isEqualTo(bytes("learner-memory-2.bin"));
        assertThat(parameters.toBytes()).isEqualTo(bytes("parameters-1.bin"));
        assertThat(model.predict(ada, parameters, WIZARD).value()).isEqualTo(0.5975759562363554);
        assertThat(model.mastery(ada, parameters, FORMS, List.of(CLEANING, WIZARD)))
                .isEqualTo(new Estimate(0.5484351866901449, 0.28359500219424105, 0.7884151787621749));
    }

    @Test
    void theSameAttemptsGiveTheSameBytesBeforeAndAfterTheMachineIsWarm() {
        byte[] cold = bytesAfter(Histories.dated(60, 2));
        for (int i = 0; i < 1_000; i++) {
            bytesAfter(Histories.dated(60, i));
        }

        byte[] warm = bytesAfter(Histories.dated(60, 2));

        assertThat(warm).isEqualTo(cold);
    }

    @Property(tries = 200)
    void aMemorySavedOnTheWayLearnsTheSame(
            @ForAll("histories") List<Attempt> history, @ForAll @IntRange(max = 40) int savedAfter) {
        int cut = Math.min(savedAfter, history.size());
        Parameters others = Parameters.untrained(SPARSE_BITS);
        LearnerMemory uninterrupted = new LearnerMemory();
        learn(others, uninterrupted, history);

        Parameters trained = Parameters.untrained(SPARSE_BITS);
        LearnerMemory memory = new LearnerMemory();
        learn(trained, memory, history.subList(0, cut));
        LearnerMemory loaded = LearnerMemory.of(memory.toBytes());
        Parameters restarted = Parameters.of(trained.toBytes());
        learn(restarted, loaded, history.subList(cut, history.size()));

        assertThat(loaded.toBytes()).isEqualTo(uninterrupted.toBytes());
        assertThat(restarted.toBytes()).isEqualTo(others.toBytes());
    }

    @Property(tries = 300)
    void whatIsPredictedOfManyIsWhatIsPredictedOfEach(
            @ForAll("histories") List<Attempt> history, @ForAll("manyQuestions") List<Question> questions) {
        learn(parameters, ada, history);
        Instant later = MONDAY.plus(Duration.ofDays(90));

        List<Estimate> together = model.predict(ada, parameters, questions, later);

        assertThat(together)
                .isEqualTo(questions.stream()
                        .map(question -> new Lean().predict(ada, parameters, question, later))
                        .toList());
    }

    @Property(tries = 300)
    void masteriesOfManyTopicsAreThoseOfEach(
            @ForAll("histories") List<Attempt> history, @ForAll("manyQuestions") List<Question> questions) {
        learn(parameters, ada, history);
        Instant later = MONDAY.plus(Duration.ofDays(90));
        Map<TopicSlug, List<Question>> byTopic = Map.of(ORM, questions, FORMS, BANK, new TopicSlug("new"), List.of());

        Map<TopicSlug, Estimate> together = model.masteries(ada, parameters, byTopic, Function.identity(), later);

        assertThat(together).hasSameSizeAs(byTopic).allSatisfy((topic, mastery) -> assertThat(mastery)
                .isEqualTo(new Lean().mastery(ada, parameters, topic, byTopic.getOrDefault(topic, List.of()), later)));
    }

    @Property(tries = 300)
    void masteriesOfGroupsOnOneTopicAreThoseOfEach(
            @ForAll("histories") List<Attempt> history, @ForAll("manyQuestions") List<Question> questions) {
        learn(parameters, ada, history);
        Instant later = MONDAY.plus(Duration.ofDays(90));
        Map<String, List<Question>> groups = new LinkedHashMap<>();
        groups.put("all", questions);
        groups.put("some", questions.subList(questions.size() / 2, questions.size()));
        groups.put("bank", BANK);
        groups.put("none", List.of());

        Map<String, Estimate> together = model.masteries(ada, parameters, groups, _ -> ORM, later);

        assertThat(together).hasSameSizeAs(groups).allSatisfy((group, mastery) -> assertThat(mastery)
                .isEqualTo(new Lean().mastery(ada, parameters, ORM, groups.getOrDefault(group, List.of()), later)));
    }

    @Property(tries = 200)
    void askingChangesNothing(@ForAll("histories") List<Attempt> history, @ForAll("questions") Question question) {
        Parameters trained = Parameters.untrained(SPARSE_BITS);
        LearnerMemory memory = new LearnerMemory();
        learn(trained, memory, history);
        byte[] memoryBefore = memory.toBytes();
        byte[] parametersBefore = trained.toBytes();

        model.predict(memory, trained, question, MONDAY.plus(Duration.ofDays(90)));
        model.mastery(memory, trained, FORMS, BANK);

        assertThat(memory.toBytes()).isEqualTo(memoryBefore);
        assertThat(trained.toBytes()).isEqualTo(parametersBefore);
    }

    @Property(tries = 200)
    void whatIsLearnedWasPredictedBefore(
            @ForAll("histories") List<Attempt> history, @ForAll("questions") Question question) {
        Parameters trained = Parameters.untrained(SPARSE_BITS);
        LearnerMemory memory = new LearnerMemory();
        learn(trained, memory, history);
        Instant at = MONDAY.plus(Duration.ofDays(400));
        double predicted = model.predict(memory, trained, question, at).value();

        double right = model.learn(
                LearnerMemory.of(memory.toBytes()), Parameters.of(trained.toBytes()), new Attempt(question, 1, at));
        double wrong = model.learn(
                LearnerMemory.of(memory.toBytes()), Parameters.of(trained.toBytes()), new Attempt(question, 0, at));

        assertThat(right).isEqualTo(predicted);
        assertThat(wrong).isEqualTo(predicted);
    }

    @Property(tries = 200)
    void everyEstimateIsAProbabilityInsideItsInterval(
            @ForAll("histories") List<Attempt> history, @ForAll("questions") Question question) {
        Parameters trained = Parameters.untrained(SPARSE_BITS);
        LearnerMemory memory = new LearnerMemory();
        learn(trained, memory, history);

        Estimate prediction = model.predict(memory, trained, question);
        Estimate mastery = model.mastery(memory, trained, ORM, BANK);

        assertThat(prediction.low()).isPositive().isLessThan(prediction.value());
        assertThat(prediction.high()).isLessThan(1).isGreaterThan(prediction.value());
        assertThat(mastery.low()).isPositive().isLessThan(mastery.value());
        assertThat(mastery.high()).isLessThan(1).isGreaterThan(mastery.value());
    }

    @Test
    void whoFollowsLeavesTheParametersFrozen() {
        learn(parameters, ada, Histories.dated(60, 3));
        byte[] before = parameters.toBytes();

        LearnerMemory grace = new LearnerMemory();
        Histories.dated(20, 4).forEach(attempt -> model.follow(grace, parameters, attempt));

        assertThat(parameters.toBytes()).isEqualTo(before);
        assertThat(grace.attempts()).isEqualTo(20);
    }

    @Test
    void followingAndLearningRememberTheSameOfTheFirstAttempt() {
        Attempt first = new Attempt(LIST_OF_BOOKS, .75, MONDAY);
        Parameters elsewhere = Parameters.untrained(SPARSE_BITS);
        LearnerMemory grace = new LearnerMemory();

        model.learn(ada, parameters, first);
        model.follow(grace, elsewhere, first);

        assertThat(grace.attempts(ORM)).isEqualTo(ada.attempts(ORM));
        assertThat(grace.level).isEqualTo(ada.level);
        assertThat(grace.rating).isEqualTo(ada.rating);
    }

    @Test
    void everybodyElsesAnswersShowWhichQuestionIsHard() {
        Question easy = question("easy", 0, ORM);
        Question hard = question("hard", 0, ORM);

        for (int i = 0; i < 50; i++) {
            LearnerMemory somebody = new LearnerMemory();
            learn(
                    parameters,
                    somebody,
                    List.of(new Attempt(easy, 1, MONDAY), new Attempt(hard, i % 5 == 0 ? 1 : 0, MONDAY)));
        }

        assertThat(model.predict(ada, parameters, easy).value())
                .isGreaterThan(model.predict(ada, parameters, hard).value() + .3);
    }

    @Test
    void whoFailsOnATopicIsWeakestThere() {
        Question onViews = question("on-views", 0, VIEWS);
        for (int i = 0; i < 10; i++) {
            learn(parameters, ada, List.of(new Attempt(LAZINESS, 1, MONDAY), new Attempt(onViews, 0, MONDAY)));
        }

        double orm = model.mastery(ada, parameters, ORM, List.of(LAZINESS)).value();
        double views = model.mastery(ada, parameters, VIEWS, List.of(onViews)).value();

        assertThat(views).isLessThan(orm - .2);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0, -1"})
    void aTopicNotMetRestsOnWhatItBuildsOn(double score, double sign) {
        Parameters related = Parameters.untrained(SPARSE_BITS);
        related.relate(FORMS, List.of(VIEWS));
        Question onViews = question("on-views", 0, VIEWS);
        Question newcomer = question("on-forms", 0, FORMS);
        for (int i = 0; i < 10; i++) {
            Attempt attempt = new Attempt(onViews, score, MONDAY);
            model.learn(ada, parameters, attempt);
        }
        LearnerMemory twin = LearnerMemory.of(ada.toBytes());

        double gain = logit(model.predict(twin, related, newcomer))
                - logit(model.predict(new LearnerMemory(), related, newcomer));
        related.relate(FORMS, List.of());
        double gainOfStranger = logit(model.predict(twin, related, newcomer))
                - logit(model.predict(new LearnerMemory(), related, newcomer));

        assertThat(sign * gain).isGreaterThan(sign * gainOfStranger + .01);
    }

    private static double logit(Estimate estimate) {
        return Logit.of(estimate.value());
    }

    @Provide
    Arbitrary<List<Attempt>> histories() {
        Arbitrary<Double> scores = Arbitraries.of(0.0, .25, .5, .75, 1.0);
        Arbitrary<Instant> times = Arbitraries.of(
                Attempt.UNDATED,
                MONDAY,
                MONDAY.plusSeconds(30),
                MONDAY.plus(Duration.ofDays(3)),
                MONDAY.plus(Duration.ofDays(300)));
        return Combinators.combine(questions(), scores, times)
                .as(Attempt::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Question> questions() {
        return Arbitraries.of(BANK);
    }

    /** Some of them new, and several on the same topics. */
    @Provide
    Arbitrary<List<Question>> manyQuestions() {
        List<Question> bank = Stream.concat(
                        BANK.stream(),
                        BANK.stream()
                                .map(known -> new Question(
                                        new QuestionId(known.id() + "-2"), known.topics(), known.difficulty() / 2)))
                .toList();
        return Arbitraries.of(bank).list().ofMaxSize(12);
    }

    private byte[] bytesAfter(List<Attempt> history) {
        LearnerMemory memory = new LearnerMemory();
        learn(Parameters.untrained(SPARSE_BITS), memory, history);
        return memory.toBytes();
    }

    private void learn(Parameters trained, LearnerMemory memory, List<Attempt> history) {
        history.forEach(attempt -> model.learn(memory, trained, attempt));
    }

    static byte[] bytes(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(LeanTest.class.getResourceAsStream(resource))) {
            return in.readAllBytes();
        }
    }
}
