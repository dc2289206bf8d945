package dev.weakspot.recommendation.training;

import static dev.weakspot.recommendation.TestQuestion.questionsOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weakspot.model.Attempt;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.lean.Parameters;
import dev.weakspot.recommendation.Message;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.TestLearner;
import dev.weakspot.recommendation.TestQuestion;
import dev.weakspot.recommendation.belief.LearnFromAttempts;
import dev.weakspot.recommendation.belief.NumberedAttempt;
import dev.weakspot.recommendation.learner.LearnerId;
import dev.weakspot.recommendation.training.ServedParameters.Served;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is learned is what is committed: once, by whichever instance, through failures and restarts. */
class TrainingIT {

    private static final QuestionId ORM = new QuestionId("orm-1");

    /** PostgreSQL refuses it. */
    private static final QuestionId NO_TEXT = new QuestionId("not\0text");

    private static final int BATCHES = 24;

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void whatAFailedTransactionLearnedNobodyEverLearned() {
        List<String> expected = stateAfter(service -> {
            learn(service, 0, answers(1, 30));
            learn(service, 0, answers(3, 30));
        });

        List<String> state = stateAfter(service -> {
            learn(service, 0, answers(1, 30));
            learnButFail(service, answers(2, 30));
            learn(service, 0, answers(3, 30));
        });

        assertThat(state).isEqualTo(expected);
    }

    /** Its last attempt cannot be stored: before the parameters are saved when it is early, afterwards when it is next. */
    @ParameterizedTest
    @ValueSource(longs = {30, 31})
    void whatTheDatabaseRefusesNobodyEverLearned(long sequence) {
        List<String> expected = stateAfter(service -> {
            learn(service, 0, answers(1, 30));
            learn(service, 0, answers(3, 30));
        });
        List<NumberedAttempt> refused = new ArrayList<>(answers(2, 29));
        refused.add(attempt(2, sequence, NO_TEXT, 1));

        List<String> state = stateAfter(service -> {
            learn(service, 0, answers(1, 30));
            assertThatThrownBy(() -> learn(service, 0, refused)).isNotNull();
            learn(service, 0, answers(3, 30));
        });

        assertThat(state).isEqualTo(expected);
    }

    @Test
    void instancesThatTakeTurnsLearnAsOneWould() {
        List<String> expected = stateAfter(service -> {
            for (int learner = 1; learner <= 6; learner++) {
                learn(service, 0, answers(learner, 20));
            }
        });

        List<String> state = stateAfter(service -> {
            service.startInstance();
            for (int learner = 1; learner <= 6; learner++) {
                learn(service, learner % 3 == 0 ? 0 : 1, answers(learner, 20));
            }
        });

        assertThat(state).isEqualTo(expected);
    }

    @Test
    void aFailureOnOneInstanceDoesNotShowOnAnother() {
        List<String> expected = stateAfter(service -> {
            learn(service, 0, answers(1, 20));
            learn(service, 0, answers(3, 20));
            learn(service, 0, answers(4, 20));
        });

        List<String> state = stateAfter(service -> {
            service.startInstance();
            learn(service, 0, answers(1, 20));
            learnButFail(service, answers(2, 20));
            learn(service, 1, answers(3, 20));
            learn(service, 0, answers(4, 20));
        });

        assertThat(state).isEqualTo(expected);
    }

    /** Served is on another thread what the database has, while one that learns is about to commit. */
    @Test
    void nobodyIsServedWhatIsNotCommitted() {
        try (RecommendationService service = RecommendationService.start()) {
            learn(service, 0, answers(1, 10));
            List<ModelVersion> seen = new ArrayList<>();

            service.inTransaction(() -> {
                service.bean(LearnFromAttempts.class).learn(answers(2, 10));
                seen.add(
                        CompletableFuture.supplyAsync(() -> caughtUp(service, 0).version())
                                .join());
            });
            seen.add(caughtUp(service, 0).version());

            assertThat(seen).containsExactly(new ModelVersion("lean/1", 10), new ModelVersion("lean/1", 20));
        }
    }

    @Test
    void whatWasServedOnceNobodyMoves() {
        try (RecommendationService service = RecommendationService.start()) {
            learn(service, 0, answers(1, 30));
            Parameters once = caughtUp(service, 0).parameters();
            byte[] bytes = once.toBytes();

            learn(service, 0, answers(2, 30));
            Parameters then = caughtUp(service, 0).parameters();

            assertThat(then.version()).isEqualTo(60);
            assertThat(once.toBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void whatIsLearnedIsServedWithoutAnybodyAsking() {
        try (RecommendationService service = RecommendationService.start()) {
            service.startInstance();
            caughtUp(service, 0);
            caughtUp(service, 1);

            learn(service, 0, answers(1, 10));
            awaitServed(service, 10);
        }
    }

    private static void awaitServed(RecommendationService service, long attempts) {
        for (int instance : List.of(0, 1)) {
            await().untilAsserted(() -> assertThat(
                            service.bean(instance, ServedParameters.class).get().version())
                    .isEqualTo(new ModelVersion("lean/1", attempts)));
        }
    }

    /** The database forgets, when it crashes, which numbers transactions took that then failed. */
    @Test
    void aNumberThatIsGivenAgainIsAnotherChange() {
        List<String> expected = stateAfter(service -> {
            learn(service, 0, answers(1, 20));
            learn(service, 0, answers(3, 20));
            learn(service, 0, answers(4, 20));
        });

        List<String> state = stateAfter(service -> {
            service.startInstance();
            learn(service, 0, answers(1, 20));
            String next = service.query("select max(number) + 1 from parameter_change")
                    .getFirst();
            learnButFail(service, answers(2, 20));
            service.update("alter table parameter_change alter number restart with " + next);
            learn(service, 1, answers(3, 20));
            learn(service, 0, answers(4, 20));
        });

        assertThat(state).isEqualTo(expected);
    }

    /** As after a restore from a backup: the same numbers, another history. */
    @Test
    void whoServesNoticesThatHistoryIsAnother() {
        try (RecommendationService service = RecommendationService.start()) {
            learn(service, 0, answers(1, 20));
            ModelVersion before = caughtUp(service, 0).version();
            service.update(RecommendationService.FORGET_ALL + "; truncate parameter_change restart identity");
            service.startInstance();

            learn(service, 1, answers(2, 20));

            assertThat(caughtUp(service, 0).version()).isEqualTo(before);
            assertThat(parameters(service, 0)).isEqualTo(parameters(service, 1));
        }
    }

    @Test
    void everyInstanceServesWhatAnyHasLearned() {
        try (RecommendationService service = RecommendationService.start()) {
            service.startInstance();
            learn(service, 0, answers(1, 50));
            byte[] once = parameters(service, 1);
            learn(service, 0, answers(2, 50));

            assertThat(parameters(service, 1)).isNotEqualTo(once).isEqualTo(parameters(service, 0));
        }
    }

    @Test
    void theLogStaysSmallAndARestartReadsIt() {
        try (RecommendationService service = RecommendationService.start()) {
            long largest = 0;
            for (int batch = 0; batch < BATCHES; batch++) {
                learn(service, 0, manyAnswers(batch));
                largest = Math.max(largest, logSize(service));
            }
            byte[] learned = parameters(service, 0);
            long snapshots = Long.parseLong(
                    service.query("select count(*) from parameter_change where model = 'lean/1' and since = 0")
                            .getFirst());

            service.restart();

            assertThat(parameters(service, 0)).isEqualTo(learned);
            assertThat(snapshots).isEqualTo(1);
            assertThat(service.query(
                            "select count(*) < " + BATCHES / 2 + " from parameter_change where model = 'lean/1'"))
                    .containsExactly("t");
            assertThat(largest).isLessThan(4L * learned.length + (2L << 20));
        }
    }

    /** With one partition there is one order. With several, learners are the same for the same parameters, which differ a little. */
    @Test
    void aRebuildRemembersTheSameByteForByte() {
        try (RecommendationService service = RecommendationService.start()) {
            List<TestLearner> learners =
                    Stream.generate(TestLearner::aLearner).limit(20).toList();
            service.sendToOnePartition(answersOf(learners, 40));
            awaitAll(service, learners);
            List<String> before = state(service);

            service.rebuild();
            awaitAll(service, learners);

            assertThat(state(service)).isEqualTo(before);
        }
    }

    @Test
    void whatFailsInTheShadowHurtsNobody() {
        List<String> expected = stateAfter(TrainingIT::learnThreeBatchesTheSecondWithoutMistakes);

        try (RecommendationService service =
                RecommendationService.start(Map.of("weakspot.test.broken-shadow", "true"))) {
            learnThreeBatchesTheSecondWithoutMistakes(service);

            assertThat(service.query("select name, attempts from model where name <> 'lean/1'"))
                    .containsExactly("broken/1 2");
            assertThat(service.send("GET", "/prometheus", RecommendationService.someoneWith("ops"))
                            .body())
                    .contains("weakspot_shadow_missed_total{model=\"broken/1\"} 24.0");
            assertThat(expected).containsAll(servingState(service));
        }
    }

    @Test
    void whatTheDatabaseRefusesTheShadowHurtsNobody() {
        try (RecommendationService service = RecommendationService.start()) {
            service.update("drop table shadow_memory");

            learn(service, 0, answers(1, 12));

            assertThat(service.query("select sequence from learner")).containsExactly("12");
            assertThat(service.query("select name, attempts from model")).containsExactly("lean/1 12");
        }
    }

    @Test
    void withoutAShadowOneModelLearns() {
        List<String> expected = stateAfter(TrainingIT::learnThreeBatchesTheSecondWithoutMistakes);

        try (RecommendationService service = RecommendationService.start(Map.of("weakspot.shadow.enabled", "false"))) {
            learnThreeBatchesTheSecondWithoutMistakes(service);

            JsonNode models = service.get(RecommendationService.someoneWith("ops"), "/api/v1/model");
            assertThat(models.get("shadow_enabled").asBoolean()).isFalse();
            assertThat(models.has("shadow")).isFalse();
            assertThat(service.metrics())
                    .contains("weakspot_model_auc{over=\"all\",role=\"serving\"}")
                    .doesNotContain("role=\"shadow\"");
            assertThat(service.query("select name from model")).containsExactly("lean/1");
            assertThat(service.query("select model from shadow_memory")).isEmpty();
            assertThat(expected).containsAll(servingState(service));
        }
    }

    /** Nobody can: the log is gone. */
    @Test
    void duplicatesAreNoReasonToReadTheParametersAgain() {
        try (RecommendationService service = RecommendationService.start()) {
            service.publish(List.of(TestQuestion.topic("orm", "ORM"), TestQuestion.topic("views", "Views", "orm")));
            learn(service, 0, answers(1, 10));
            service.publish(List.of(TestQuestion.topic("views", "Views", "orm", "urls")));
            service.update("update parameter_change set bytes = ''");

            learn(service, 0, answers(1, 10));
            learn(service, 0, answers(1, 10));
            learn(service, 0, answers(2, 10));

            assertThat(service.query("select attempts from model where name = 'lean/1'"))
                    .containsExactly("20");
        }
    }

    @Test
    void whoHasNotReadWhatWasLearnedIsNotReady() {
        try (RecommendationService service = RecommendationService.start()) {
            learn(service, 0, answers(1, 10));
            service.update("create table kept as select number, bytes from parameter_change;"
                    + " update parameter_change set bytes = ''");

            service.launchInstance();
            boolean isReadyWithout = service.isReady();
            service.update(
                    "update parameter_change set bytes = kept.bytes from kept where kept.number = parameter_change.number");

            assertThat(isReadyWithout).isFalse();
            await().until(service::isReady);
            assertThat(service.bean(1, ServedParameters.class).get().version())
                    .isEqualTo(new ModelVersion("lean/1", 10));
        }
    }

    private static void learnThreeBatchesTheSecondWithoutMistakes(RecommendationService service) {
        learn(service, 0, answers(1, 12));
        learn(service, 0, List.of(attempt(9, 1, ORM, 1), attempt(9, 2, ORM, 1)));
        learn(service, 0, answers(2, 12));
    }

    @Test
    void theShadowCountsEachAttemptOnceThroughARestart() {
        List<String> expected = stateAfter(service -> {
            learn(service, 0, answers(1, 30));
            learn(service, 0, answers(2, 30));
        });

        List<String> state = stateAfter(service -> {
            learn(service, 0, answers(1, 30));
            service.restart();
            learn(service, 0, answers(1, 30));
            learn(service, 0, answers(2, 30));
        });

        assertThat(state).isEqualTo(expected).contains("bayesian-core/1 60");
    }

    private interface Story {
        void of(RecommendationService service);
    }

    private static List<String> stateAfter(Story story) {
        try (RecommendationService service = RecommendationService.start()) {
            story.of(service);
            return state(service);
        }
    }

    /** All that counts, of both models. */
    private static List<String> state(RecommendationService service) {
        List<String> state = new ArrayList<>(servingState(service));
        state.addAll(service.query("select model, learner_id, md5(memory) from shadow_memory order by 1, 2"));
        state.addAll(service.query("select name, attempts from model order by name"));
        state.addAll(service.query("select name, md5(quality) from model order by name"));
        return state;
    }

    private static List<String> servingState(RecommendationService service) {
        List<String> state = new ArrayList<>();
        state.add("parameters " + HexFormat.of().formatHex(sha256(parameters(service, 0))));
        state.addAll(service.query("select learner_id, sequence, answered_at, md5(memory) from learner order by 1"));
        state.addAll(service.query("select * from belief order by 1, 2"));
        state.addAll(service.query("select * from question_seen order by 1, 2"));
        state.addAll(service.query("select * from prediction order by 1, 2"));
        return state;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] parameters(RecommendationService service, int instance) {
        return caughtUp(service, instance).parameters().toBytes();
    }

    private static Served caughtUp(RecommendationService service, int instance) {
        ServedParameters parameters = service.bean(instance, ServedParameters.class);
        parameters.catchUp();
        return parameters.get();
    }

    private static long logSize(RecommendationService service) {
        return Long.parseLong(service.query("select sum(octet_length(bytes)) from parameter_change")
                .getFirst());
    }

    private static void learn(RecommendationService service, int instance, List<NumberedAttempt> attempts) {
        service.inTransaction(
                instance, () -> service.bean(instance, LearnFromAttempts.class).learn(attempts));
    }

    private static void learnButFail(RecommendationService service, List<NumberedAttempt> attempts) {
        assertThatThrownBy(() -> service.inTransaction(() -> {
                    service.bean(LearnFromAttempts.class).learn(attempts);
                    throw new IllegalStateException("At the last moment");
                }))
                .hasStackTraceContaining("At the last moment");
    }

    /** The first attempts of a learner, some right and some wrong. */
    private static List<NumberedAttempt> answers(int learner, int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(sequence -> attempt(
                        learner, sequence, new QuestionId("orm-" + sequence % 7), sequence % 3 == learner % 3 ? 0 : 1))
                .toList();
    }

    /** 4,000 attempts of 40 learners on 500 questions. */
    private static List<NumberedAttempt> manyAnswers(int batch) {
        SplittableRandom random = new SplittableRandom(batch);
        List<NumberedAttempt> answers = new ArrayList<>();
        for (long sequence = 1; sequence <= 100; sequence++) {
            for (int learner = 0; learner < 40; learner++) {
                QuestionId question = new QuestionId("question-" + random.nextInt(500));
                answers.add(attempt(100 * batch + learner, sequence, question, random.nextInt(2)));
            }
        }
        return answers;
    }

    private static NumberedAttempt attempt(int learner, long sequence, QuestionId question, double score) {
        TopicSlug topic = new TopicSlug("topic-" + Math.floorMod(question.hashCode(), 5));
        return new NumberedAttempt(
                new LearnerId(new UUID(0, learner)),
                sequence,
                new UUID(learner, sequence),
                new Attempt(new Question(question, List.of(topic), 0), score, MONDAY.plusSeconds(60 * sequence)));
    }

    private static List<Message> answersOf(List<TestLearner> learners, int count) {
        List<TestQuestion> questions = questionsOn("orm", 15);
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < learners.size(); j++) {
                messages.add(learners.get(j).answers(questions.get((i + j) % 15), (i * j) % 3 == 0 ? 0 : 1));
            }
        }
        return messages;
    }

    private static void awaitAll(RecommendationService service, List<TestLearner> learners) {
        await().untilAsserted(
                        () -> assertThat(learners).allSatisfy(learner -> assertThat(service.appliedSequence(learner))
                                .isEqualTo(learner.sequence())));
    }
}
