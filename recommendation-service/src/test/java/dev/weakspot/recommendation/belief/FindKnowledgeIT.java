package dev.weakspot.recommendation.belief;

import static dev.weakspot.recommendation.TestLearner.aLearner;
import static dev.weakspot.recommendation.TestQuestion.questionsOn;
import static dev.weakspot.recommendation.TestQuestion.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Estimate;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.KindStanding;
import dev.weakspot.model.choice.TopicStanding;
import dev.weakspot.model.choice.WeakKinds;
import dev.weakspot.model.lean.Lean;
import dev.weakspot.model.lean.Parameters;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.TestLearner;
import dev.weakspot.recommendation.TestQuestion;
import dev.weakspot.recommendation.belief.LearnerState.Outcome;
import dev.weakspot.recommendation.learner.LearnerId;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known when somebody asks. */
class FindKnowledgeIT {

    private static final List<TestQuestion> ORM = questionsOn("orm", 4);
    private static final List<TestQuestion> VIEWS = questionsOn("views", 4);

    private static final TopicSlug ON_ORM = new TopicSlug("orm");
    private static final TopicSlug ON_VIEWS = new TopicSlug("views");
    private static final TopicSlug ON_NOTHING = new TopicSlug("nothing");

    private static RecommendationService service;

    @BeforeAll
    static void start() {
        service = RecommendationService.start();
        service.startInstance();
        service.publish(Stream.concat(
                        Stream.of(topic("orm", "ORM"), topic("views", "Views")),
                        Stream.concat(ORM.stream(), VIEWS.stream()).map(TestQuestion::published))
                .toList());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theMomentIsThatOfTheQuestion() {
        LearnerId ada = idOf(aLearner());
        Instant before = Instant.now();

        Instant moment = find(ada).moment();

        assertThat(moment).isBetween(before, Instant.now());
    }

    /** The one instance learns, and has been asked only now; the other has been asked after each attempt. */
    @Test
    void whatWasReadPieceByPieceIsWhatIsReadAtOnce() {
        LearnerId ada = new LearnerId(UUID.randomUUID());
        long sequence = 0;
        for (TestQuestion question : List.of(ORM.get(0), VIEWS.get(0), ORM.get(1), ORM.get(0), VIEWS.get(3))) {
            sequence++;
            learn(attempt(ada, sequence, question, sequence % 2 == 0 ? 0 : 1));
            statesOf(1).get(ada, sequence);
        }

        LearnerState pieces = statesOf(1).get(ada, 5);

        assertEqualStates(pieces, statesOf(0).get(ada, 5));
        assertThat(pieces.sequence()).isEqualTo(5);
        assertThat(pieces.pastTries()).hasSize(4);
        assertThat(pieces.beliefs()).hasSize(2);
    }

    /** Fewer attempts than are kept, and more; the one instance learns and the other reads, and both are asked on the way. */
    @ParameterizedTest
    @CsvSource({"3, 5, 15", "5, 90, 400"})
    void outcomesOfPiecesAreThoseReadAtOnce(int pieces, int sizeOfPiece, int kept) {
        LearnerId ada = new LearnerId(UUID.randomUUID());
        for (int piece = 0; piece < pieces; piece++) {
            int before = piece * sizeOfPiece;
            learn(IntStream.rangeClosed(before + 1, before + sizeOfPiece)
                    .mapToObj(i -> attempt(ada, i, someQuestion(i), i % 2))
                    .toArray(NumberedAttempt[]::new));
            statesOf(0).get(ada, before + sizeOfPiece);
            statesOf(1).get(ada, before + sizeOfPiece);
        }

        int last = pieces * sizeOfPiece;
        LearnerState learned = statesOf(0).get(ada, last);

        assertThat(learned.outcomes())
                .extracting(Outcome::question)
                .isEqualTo(IntStream.rangeClosed(last - kept + 1, last)
                        .mapToObj(i -> new QuestionId(someQuestion(i).id()))
                        .toList());
        assertEqualStates(learned, statesOf(1).get(ada, last));
    }

    @Test
    void trendsAreThoseOfTheLatestAttempts() {
        LearnerId ada = new LearnerId(UUID.randomUUID());
        learn(IntStream.rangeClosed(1, 450)
                .mapToObj(i -> attempt(ada, i, someQuestion(i), i % 2))
                .toArray(NumberedAttempt[]::new));

        List<WeakKinds> kinds = find(ada).kinds(List.of(ON_ORM, ON_VIEWS));

        assertThat(kinds.stream()
                        .flatMap(each -> each.ranking().stream())
                        .mapToInt(kind -> kind.trend().attempts())
                        .sum())
                .isEqualTo(400);
    }

    private static TestQuestion someQuestion(int i) {
        return (i % 3 == 0 ? ORM : VIEWS).get(i % 4);
    }

    /** The one instance has learned it all, and known the learner from the first attempt on; the other has read it all at once. */
    @Test
    void whatThisProcessLearnsIsWhatWouldBeReadAndIsNotRead() {
        LearnerId ada = new LearnerId(UUID.randomUUID());
        learn(attempt(ada, 1, ORM.get(0), 1));
        statesOf(0).get(ada, 1);
        learn(attempt(ada, 2, VIEWS.get(0), 0), attempt(ada, 3, ORM.get(1), .5), attempt(ada, 4, ORM.get(0), 0));
        learn(attempt(ada, 5, ORM.get(0), 1));

        LearnerState read = statesOf(1).get(ada, 5);
        service.update("delete from prediction where learner_id = '" + ada + "'");
        service.update("delete from question_seen where learner_id = '" + ada + "'");

        assertEqualStates(statesOf(0).get(ada, 5), read);
        assertThat(read.outcomes()).hasSize(5);
    }

    @Test
    void whoHasLearnedMoreSinceSomebodyLookedIsNotReadAgain() {
        LearnerId ada = new LearnerId(UUID.randomUUID());
        learn(attempt(ada, 1, ORM.get(0), 1));
        statesOf(0).get(ada, 1);
        learn(attempt(ada, 2, ORM.get(1), 1));
        LearnerState newest = statesOf(0).get(ada, 2);

        assertThat(statesOf(0).get(ada, 1)).isSameAs(newest);
    }

    @Test
    void whatAnotherProcessLearnsInBetweenIsRead() {
        LearnerId ada = new LearnerId(UUID.randomUUID());
        learn(attempt(ada, 1, ORM.get(0), 1));
        statesOf(0).get(ada, 1);
        learn(1, attempt(ada, 2, VIEWS.get(0), 1));
        learn(attempt(ada, 3, ORM.get(1), 0));

        LearnerState newest = statesOf(0).get(ada, 3);

        assertThat(newest.pastTries()).hasSize(3);
        assertEqualStates(newest, statesOf(1).get(ada, 3));
    }

    /** As long as the new history is shorter than what is kept of the old one. */
    @Test
    void whoIsErasedAndBeginsAnewIsReadAnew() {
        LearnerId ada = erasedAfterThree();
        learn(1, attempt(ada, 1, VIEWS.get(1), 0));

        assertThat(statesOf(0).get(ada, 1).pastTries())
                .containsOnlyKeys(new QuestionId(VIEWS.get(1).id()));
    }

    @Test
    void whoIsErasedAndLearnedAnewHereIsReadAnew() {
        LearnerId ada = erasedAfterThree();
        for (int sequence = 1; sequence <= 4; sequence++) {
            learn(attempt(ada, sequence, VIEWS.get(1), 0));
        }

        LearnerState newest = statesOf(0).get(ada, 4);

        assertThat(newest.pastTries())
                .containsOnlyKeys(new QuestionId(VIEWS.get(1).id()));
        assertEqualStates(newest, statesOf(1).get(ada, 4));
    }

    /** Somebody looked how far the learner was, and then they were erased. */
    @Test
    void whoIsErasedBeforeTheyAreReadIsUnknown() {
        LearnerId ada = erasedAfterThree();

        LearnerState newest = statesOf(0).get(ada, 4);

        assertEqualStates(newest, LearnerState.unknown(ada));
    }

    /** The oldest instance keeps three attempts of them. */
    private static LearnerId erasedAfterThree() {
        LearnerId ada = new LearnerId(UUID.randomUUID());
        learn(attempt(ada, 1, ORM.get(0), 1), attempt(ada, 2, ORM.get(1), 1), attempt(ada, 3, VIEWS.get(0), 1));
        statesOf(0).get(ada, 3);
        for (String table : List.of("learner", "belief", "question_seen", "prediction")) {
            service.update("delete from " + table + " where learner_id = '" + ada + "'");
        }
        return ada;
    }

    /** Between the statement that reads the learner and the one that reads their attempts another batch may be committed. */
    @Test
    void aBatchIsReadAsAWholeOrNotAtAll() throws Exception {
        LearnerId ada = new LearnerId(UUID.randomUUID());
        learn(1, attempt(ada, 1, ORM.get(0), 1));
        String asOf1 = "from prediction where learner_id = '" + ada + "' and sequence = 1";
        service.update(
                "insert into prediction select learner_id, 2, gen_random_uuid(), question_id, .5, 1, model, answered_at "
                        + asOf1);
        String begun = service.query("select clock_timestamp()").getFirst();

        CompletableFuture<LearnerState> reading =
                CompletableFuture.supplyAsync(() -> statesOf(0).get(ada, 1));
        try {
            await().until(() -> !service.query(
                            "select 1 from pg_stat_activity where query like '%from prediction%order by%'"
                                    + " and pid <> pg_backend_pid() and state_change > '" + begun + "'")
                    .isEmpty());
        } finally {
            service.update("update learner set sequence = 2 where learner_id = '" + ada + "'");
        }

        assertThat(reading.get().sequence()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"100, 5", "101, 1"})
    void ofWhomTooMuchIsLearnedBeforeSomebodyAsksTheRestIsRead(int learned, int questionsKnown) {
        LearnerId ada = new LearnerId(UUID.randomUUID());
        learn(attempt(ada, 1, ORM.get(0), 1));
        statesOf(0).get(ada, 1);
        learn(IntStream.rangeClosed(2, 50)
                .mapToObj(i -> attempt(ada, i, VIEWS.get(i % 4), 1))
                .toArray(NumberedAttempt[]::new));
        learn(IntStream.rangeClosed(51, 1 + learned)
                .mapToObj(i -> attempt(ada, i, VIEWS.get(i % 4), 1))
                .toArray(NumberedAttempt[]::new));
        service.update("delete from question_seen where learner_id = '" + ada + "'");

        LearnerState newest = statesOf(0).get(ada, 1 + learned);

        assertThat(newest.pastTries()).hasSize(questionsKnown);
    }

    @Test
    void whatIsRolledBackChangesNobody() {
        LearnerId ada = new LearnerId(UUID.randomUUID());
        learn(attempt(ada, 1, ORM.get(0), 1));
        LearnerState before = statesOf(0).get(ada, 1);

        assertThatThrownBy(() -> service.inTransaction(() -> {
                    service.bean(LearnFromAttempts.class).learn(List.of(attempt(ada, 2, ORM.get(1), 1)));
                    throw new IllegalStateException("At the last moment");
                }))
                .hasMessageContaining("At the last moment");

        assertThat(statesOf(0).get(ada, 1)).isSameAs(before);
    }

    @Test
    void kindsAreFoundOnceASecond() {
        TestLearner ada = aLearner();
        service.learn(ada, List.of(ada.answersRight(ORM.getFirst())));
        List<WeakKinds> first = find(idOf(ada)).kinds(List.of(ON_ORM, ON_NOTHING));

        List<WeakKinds> again = find(idOf(ada)).kinds(List.of(ON_ORM, ON_NOTHING));

        assertThat(again.getFirst()).isSameAs(first.getFirst());
        assertThat(again.getLast()).isEqualTo(WeakKinds.NONE);
    }

    @Test
    void kindsOfAnotherTopicAreFoundLater() {
        TestLearner ada = aLearner();
        service.learn(ada, List.of(ada.answersRight(ORM.getFirst()), ada.answersRight(VIEWS.getFirst())));
        Knowledge knowledge = find(idOf(ada));
        knowledge.kinds(List.of(ON_ORM));

        List<WeakKinds> both = knowledge.kinds(List.of(ON_VIEWS, ON_ORM));

        assertThat(both).allSatisfy(kinds -> assertThat(kinds.ranking())
                .extracting(KindStanding::attempts)
                .containsExactly(1));
    }

    @Test
    void theNextAttemptCountsOnItsKindAtOnce() {
        TestLearner ada = aLearner();
        service.learn(ada, List.of(ada.answersRight(ORM.getFirst())));
        find(idOf(ada)).kinds(List.of(ON_ORM));

        service.learn(ada, List.of(ada.answersRight(ORM.getLast())));

        assertThat(find(idOf(ada)).kinds(List.of(ON_ORM)).getFirst().ranking())
                .extracting(kind -> kind.trend().attempts(), KindStanding::attempts)
                .containsExactly(tuple(2, 2));
    }

    @Test
    void theNextAttemptIsKnownAtOnce() {
        TestLearner ada = aLearner();
        service.learn(ada, List.of(ada.answersRight(ORM.getFirst())));
        long before = find(idOf(ada)).sequence();

        service.learn(ada, List.of(ada.answersRight(VIEWS.getFirst())));
        Knowledge after = find(idOf(ada));

        assertThat(before).isEqualTo(1);
        assertThat(after.sequence()).isEqualTo(2);
        assertThat(after.topics()).extracting(TopicStanding::attempts).containsExactly(1, 1);
    }

    @Test
    void whatIsPublishedIsKnownAtOnce() {
        TestLearner ada = aLearner();
        service.learn(ada, List.of(ada.answersRight(ORM.getFirst())));
        int before = find(idOf(ada)).topics().size();

        service.publish(List.of(topic("signals", "Signals")));

        assertThat(find(idOf(ada)).topics()).hasSize(before + 1);
    }

    /** It holds the parameters of its moment: where people come seldom, those who came would hold as many as they are. */
    @Test
    void whatIsKnownOfSomebodyIsLetGoOfOnceItIsOld() {
        var known = new WeakReference<>(find(idOf(aLearner())));

        await().until(() -> {
            find(idOf(aLearner()));
            System.gc();
            return known.refersTo(null);
        });
    }

    private static Knowledge find(LearnerId learner) {
        return service.bean(FindKnowledge.class).of(learner);
    }

    private static LearnerStates statesOf(int instance) {
        return service.bean(instance, LearnerStates.class);
    }

    /** In the oldest instance, and returns when it is committed. */
    private static void learn(NumberedAttempt... attempts) {
        learn(0, attempts);
    }

    private static void learn(int instance, NumberedAttempt... attempts) {
        service.inTransaction(
                instance, () -> service.bean(instance, LearnFromAttempts.class).learn(List.of(attempts)));
    }

    private static NumberedAttempt attempt(LearnerId learner, long sequence, TestQuestion question, double score) {
        return new NumberedAttempt(
                learner,
                sequence,
                UUID.randomUUID(),
                new Attempt(
                        asked(question),
                        score,
                        Instant.parse("2026-03-02T08:00:00.123456Z").plusSeconds(60 * sequence)));
    }

    private static void assertEqualStates(LearnerState actual, LearnerState expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .ignoringFields("learner.memory", "reviews")
                .isEqualTo(expected);
        assertThat(actual.reviews()).isEqualTo(expected.reviews());
        assertThat(actual.learner().memory().toBytes())
                .isEqualTo(expected.learner().memory().toBytes());
        assertThat(predictions(actual)).isEqualTo(predictions(expected));
    }

    /** To the last bit what the memory makes of each question. */
    private static List<Estimate> predictions(LearnerState state) {
        Instant aDayLater = state.learner().answeredAt().plus(Duration.ofDays(1));
        return Stream.of(ORM, VIEWS)
                .flatMap(List::stream)
                .map(question -> new Lean()
                        .predict(state.learner().memory(), Parameters.untrained(), asked(question), aDayLater))
                .toList();
    }

    private static Question asked(TestQuestion question) {
        List<TopicSlug> topics = question.topics().stream().map(TopicSlug::new).toList();
        return new Question(new QuestionId(question.id()), topics, question.difficulty());
    }

    private static LearnerId idOf(TestLearner learner) {
        return new LearnerId(learner.id());
    }
}
