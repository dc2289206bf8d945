package dev.weakspot.recommendation.belief;

import static dev.weakspot.recommendation.TestLearner.aLearner;
import static dev.weakspot.recommendation.TestQuestion.questionsOn;
import static dev.weakspot.recommendation.TestQuestion.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import dev.weakspot.model.choice.KindStanding;
import dev.weakspot.model.choice.TopicStanding;
import dev.weakspot.model.choice.WeakKinds;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.TestLearner;
import dev.weakspot.recommendation.TestQuestion;
import dev.weakspot.recommendation.belief.KindTrends.OnKind;
import dev.weakspot.recommendation.learner.LearnerId;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /** The one instance has been asked after each attempt, the other only now. */
    @Test
    void whatWasReadPieceByPieceIsWhatIsReadAtOnce() {
        TestLearner ada = aLearner();
        for (TestQuestion question : List.of(ORM.get(0), VIEWS.get(0), ORM.get(1), ORM.get(0), VIEWS.get(3))) {
            service.learn(
                    ada, List.of(ada.sequence() % 2 == 0 ? ada.answersWrong(question) : ada.answersRight(question)));
            stateOf(ada, 0);
        }

        LearnerState pieces = stateOf(ada, 0);
        LearnerState whole = stateOf(ada, 1);

        assertThat(pieces.sequence()).isEqualTo(5);
        assertThat(pieces.pastTries()).hasSize(4).isEqualTo(whole.pastTries());
        assertThat(pieces.reviews()).hasSize(4).isEqualTo(whole.reviews());
        assertThat(pieces.beliefs()).hasSize(2).isEqualTo(whole.beliefs());
        assertThat(pieces.learner().answeredAt()).isEqualTo(whole.learner().answeredAt());
        assertThat(pieces.learner().memory().toBytes())
                .isEqualTo(whole.learner().memory().toBytes());
    }

    /** Fewer attempts than trends look back at, and more; the one instance has been asked on the way. */
    @ParameterizedTest
    @CsvSource({"5, 15", "150, 400"})
    void trendsReadPieceByPieceAreThoseReadAtOnce(int sizeOfPiece, int lookedAt) {
        TestLearner ada = aLearner();
        for (int piece = 0; piece < 3; piece++) {
            service.learn(
                    ada,
                    IntStream.range(0, sizeOfPiece)
                            .mapToObj(i ->
                                    i % 3 == 0 ? ada.answersWrong(ORM.get(i % 4)) : ada.answersRight(VIEWS.get(i % 4)))
                            .toList());
            trendsOf(ada, 0);
        }

        Map<OnKind, Trend> pieces = trendsOf(ada, 0);

        assertThat(pieces).hasSize(2).isEqualTo(trendsOf(ada, 1));
        assertThat(pieces.values().stream().mapToInt(Trend::attempts).sum()).isEqualTo(lookedAt);
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

    private static LearnerState stateOf(TestLearner learner, int instance) {
        return service.bean(instance, LearnerStates.class).get(idOf(learner), learner.sequence());
    }

    private static Map<OnKind, Trend> trendsOf(TestLearner learner, int instance) {
        LearnerId id = idOf(learner);
        return service.bean(instance, KindTrends.class)
                .of(id, service.bean(instance, FindKnowledge.class).of(id));
    }

    private static LearnerId idOf(TestLearner learner) {
        return new LearnerId(learner.id());
    }
}
