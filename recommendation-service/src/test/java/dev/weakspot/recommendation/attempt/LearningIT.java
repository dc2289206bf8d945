package dev.weakspot.recommendation.attempt;

import static dev.weakspot.recommendation.TestLearner.aLearner;
import static dev.weakspot.recommendation.TestQuestion.questionsOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weakspot.inbox.Inbox;
import dev.weakspot.recommendation.LogOf;
import dev.weakspot.recommendation.Message;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.TestLearner;
import dev.weakspot.recommendation.TestQuestion;
import dev.weakspot.testbed.Contracts;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What attempts do to our beliefs, however they come. */
class LearningIT {

    private static final List<TestQuestion> ORM = questionsOn("orm", 5);

    private static RecommendationService service;

    @BeforeAll
    static void start() {
        service = RecommendationService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void anAttemptOnAQuestionThatNobodyToldUsOfCountsAllTheSame() {
        TestLearner ada = aLearner();
        TestQuestion unheardOf = new TestQuestion("unheard-of", .5, List.of("who-knows", "what"));

        service.learn(ada, List.of(ada.answersRight(unheardOf)));

        assertThat(service.query(
                        "select topic, attempts from belief where learner_id = '" + ada.id() + "' order by topic"))
                .containsExactly("what 1", "who-knows 1");
    }

    @Test
    void duplicateDeliveryChangesNothing() {
        TestLearner ada = aLearner();
        Message first = ada.answersRight(ORM.get(0));
        Message second = ada.answersWrong(ORM.get(1));
        service.learn(ada, List.of(first, second));
        List<String> before = stateOf(ada);

        long consumed = consumed();

        service.send(first, second, second, first);

        await().untilAsserted(() -> assertThat(consumed()).isEqualTo(consumed + 4));
        assertThat(stateOf(ada)).isNotEmpty().isEqualTo(before);
        assertThat(predictionsOf(ada)).containsExactly("1 orm-1 1", "2 orm-2 0");
        assertThat(heldOf(ada)).isEmpty();
    }

    @Test
    void whatComesBeforeItsTurnWaitsForIt() {
        TestLearner ada = aLearner();
        Message first = ada.answersRight(ORM.get(0));
        Message second = ada.answersWrong(ORM.get(1));
        Message third = ada.answersRight(ORM.get(2));
        Message fourth = ada.answersRight(ORM.get(1));
        service.send(first, third, fourth);
        await().untilAsserted(() -> assertThat(heldOf(ada)).containsExactly("3", "4"));

        service.send(second);
        service.awaitSequence(ada, 4);

        assertThat(predictionsOf(ada)).containsExactly("1 orm-1 1", "2 orm-2 0", "3 orm-3 1", "4 orm-2 1");
        assertThat(heldOf(ada)).isEmpty();
        assertThat(service.query("select attempts, last_score, last_sequence from question_seen where learner_id = '"
                        + ada.id() + "' and question_id = 'orm-2'"))
                .containsExactly("2 1 4");
    }

    @Test
    void poisonIsParkedAndThePartitionMovesOn() {
        TestLearner ada = aLearner();
        Message poison = new Message(RecommendationService.ATTEMPTS, ada.id().toString(), "{\"score\": \"lots\"}");

        service.send(poison);
        service.learn(ada, List.of(ada.answersRight(ORM.getFirst())));

        assertThat(service.messages(RecommendationService.ATTEMPTS + ".parked"))
                .filteredOn(parked -> ada.id().toString().equals(parked.key()))
                .extracting(ConsumerRecord::value)
                .containsExactly("{\"score\": \"lots\"}");
    }

    /** As when an older service meets what a newer one has written: a release that is taken back. */
    @Test
    void whileALearnersMemoryCannotBeReadNothingIsParked() {
        TestLearner ada = aLearner();
        service.learn(ada, List.of(ada.answersRight(ORM.get(0))));
        String versionOfMemory =
                "update learner set memory = set_byte(memory, 0, %d) where learner_id = '" + ada.id() + "'";
        service.update(versionOfMemory.formatted(99));
        try (var log = new LogOf(Inbox.class)) {
            service.send(ada.answersWrong(ORM.get(1)));
            await().untilAsserted(
                            () -> assertThat(log.messages()).anyMatch(line -> line.startsWith("Cannot consume now")));
        }

        service.update(versionOfMemory.formatted(2));
        service.awaitSequence(ada, 2);

        assertThat(service.messages(RecommendationService.ATTEMPTS + ".parked"))
                .noneMatch(parked -> ada.id().toString().equals(parked.key()));
    }

    @Test
    void theBeliefAfterAnAttemptIsPublishedAsTheContractSays() {
        TestLearner ada = aLearner();
        service.learn(ada, List.of(ada.answersRight(ORM.get(0)), ada.answersWrong(ORM.get(1))));

        await().untilAsserted(() -> assertThat(beliefsOf(ada)).isNotEmpty());

        ConsumerRecord<String, String> newest = beliefsOf(ada).getLast();
        assertThat(newest.key()).isEqualTo(ada.id() + "/orm");
        assertThat(Contracts.violations("recommendation.beliefs.v1", newest.value()))
                .isEmpty();
        assertThat(newest.value()).contains("\"sequence\":2", "\"attempts\":2", "\"model\":\"lean/1@");
        assertThat(newest.headers().lastHeader("ce_id").value())
                .asString()
                .isEqualTo("belief/" + newest.key() + "/2/lean/1");
    }

    private static List<ConsumerRecord<String, String>> beliefsOf(TestLearner learner) {
        return service.messages(RecommendationService.BELIEFS).stream()
                .filter(belief -> belief.key().startsWith(learner.id().toString()))
                .filter(belief -> belief.value().contains("\"sequence\":" + learner.sequence() + ","))
                .toList();
    }

    private static long consumed() {
        return Long.parseLong(service.query("select sum(next_offset) from inbox_offset where topic like '%attempts%'")
                .getFirst());
    }

    private static List<String> stateOf(TestLearner learner) {
        return service.query("select * from learner where learner_id = '" + learner.id() + "'");
    }

    private static List<String> heldOf(TestLearner learner) {
        return service.query(
                "select sequence from early_attempt where learner_id = '" + learner.id() + "' order by sequence");
    }

    private static List<String> predictionsOf(TestLearner learner) {
        return service.query("select sequence, question_id, score from prediction where learner_id = '" + learner.id()
                + "' order by sequence");
    }
}
