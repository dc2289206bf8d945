package dev.weakspot.practice.session;

import static dev.weakspot.practice.PracticeService.learner;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weakspot.practice.PracticeService;
import dev.weakspot.testbed.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions over HTTP: what is asked, what an attempt on it needs, and who may see it. */
class SessionsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static PracticeService practice;

    private final UUID ada = UUID.randomUUID();
    private final String token = learner(ada);

    /** Three topics of four questions each, one that touches another topic, and a collection for other people. */
    @BeforeAll
    static void theCatalogHasPublished() {
        practice = PracticeService.start();
        for (int i = 1; i <= 4; i++) {
            practice.publish("loops-" + i, i == 4 ? "senior" : "junior", "loops");
            practice.publish("lists-" + i, i == 4 ? "senior" : "junior", "lists");
            practice.publish("types-" + i, i == 4 ? "senior" : "junior", "types");
        }
        practice.publish("types-of-loops", "mid", "types", "loops");
        practice.publish("verbs-1", "junior", "spanish.verbs");
        practice.publish("verbs-2", "junior", "spanish.verbs");
        practice.publish("gone", "junior", "history");
        practice.send("gone", null);
        Awaitility.await()
                .until(() -> answer(learner(UUID.randomUUID()), "gone").statusCode() == 410);
    }

    @AfterAll
    static void stop() {
        practice.close();
    }

    @Test
    void aSessionBeginsWithTheQuestionsThatAreNamedInTheirOrder() {
        JsonNode session = start("""
                "size":8,"question_ids":["types-2","never-published","loops-1","gone","types-2"]""");

        assertThat(session.path("status").asText()).isEqualTo("running");
        assertThat(session.path("size").asInt()).isEqualTo(8);
        assertThat(session.path("next").asInt()).isEqualTo(1);
        assertThat(texts(session, "position")).containsExactly("1", "2", "3", "4", "5");
        assertThat(texts(session, "question_id"))
                .startsWith("types-2", "loops-1")
                .doesNotHaveDuplicates();
        assertThat(texts(session, "chosen_by"))
                .containsExactly("recommendation", "recommendation", "practice", "practice", "practice");
        assertThat(texts(session, "attempt_id")).doesNotHaveDuplicates().allSatisfy(UUID::fromString);
        JsonNode first = session.path("items").path(0);
        assertThat(first.path("question_version").asInt()).isEqualTo(1);
        assertThat(first.path("question_kind").asText()).isEqualTo("definition");
        assertThat(first.path("topics").path(0).asText()).isEqualTo("types");
    }

    @Test
    void noMoreThanABlockIsTakenOfWhatIsNamed() {
        String many = questionIds("loops-1", "loops-2", "loops-3", "loops-4", "lists-1", "lists-2");

        JsonNode block = start("\"size\":6," + many);
        JsonNode whole = start("\"size\":6,\"whole\":true," + many);

        assertThat(texts(block, "question_id")).hasSize(5).endsWith("lists-1");
        assertThat(texts(whole, "question_id")).hasSize(6).endsWith("lists-2");
    }

    @Test
    void theSameSessionAgainIsFoundAsItIsNow() {
        String body = body(UUID.randomUUID(), "\"size\":3");
        JsonNode first = json(post("/sessions", body), 201);
        answerItem(first, 1, "b");

        JsonNode again = json(post("/sessions", body), 200);

        assertThat(texts(again, "attempt_id")).isEqualTo(texts(first, "attempt_id"));
        assertThat(again.path("next").asInt()).isEqualTo(2);
    }

    @Test
    void twoThatStartTheSameSessionAtOnceFindTheSameItems() {
        String body = body(UUID.randomUUID(), "\"size\":5");

        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 8)
                .mapToObj(_ -> practice.sendAsync("POST", "/api/v1/sessions", token, body))
                .toList();
        answers.forEach(CompletableFuture::join);

        assertThat(answers).extracting(answer -> answer.join().statusCode()).containsOnlyOnce(201);
        assertThat(answers)
                .extracting(answer -> texts(parse(answer.join().body()), "attempt_id"))
                .allSatisfy(ids -> assertThat(ids).hasSize(5))
                .containsOnly(texts(parse(answers.getFirst().join().body()), "attempt_id"));
    }

    @Test
    void anotherBodyOrAnotherLearnerUnderTheSameIdIsRefused() {
        UUID id = UUID.randomUUID();
        post("/sessions", body(id, "\"size\":3"));

        HttpResponse<String> otherBody = post("/sessions", body(id, "\"size\":4"));
        HttpResponse<String> otherLearner = practice.sendAsync(
                        "POST", "/api/v1/sessions", learner(UUID.randomUUID()), body(id, "\"size\":3"))
                .join();

        assertThat(List.of(otherBody, otherLearner)).allSatisfy(refused -> {
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("/problems/session-id-taken");
        });
    }

    @Test
    void practiceChoosesOneTopicAfterTheOtherAcrossBlocks() {
        JsonNode session = start("\"size\":12");

        JsonNode longer = json(items(session, "\"from\":6"), 200);

        List<String> topics = mainTopics(longer);
        assertThat(topics).hasSize(10);
        assertThat(topics.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(topics.subList(3, 6)).doesNotHaveDuplicates();
        assertThat(topics.subList(6, 9)).doesNotHaveDuplicates();
        assertThat(texts(longer, "question_id")).doesNotHaveDuplicates().noneMatch(id -> id.startsWith("verbs"));
    }

    @Test
    void practiceChoosesOfTheTopicAndTheLevelOnly() {
        JsonNode topic = start("\"size\":20,\"whole\":true,\"topic\":\"loops\"");
        JsonNode level = start("\"size\":20,\"whole\":true,\"level\":\"senior\"");

        assertThat(topic.path("topic").asText()).isEqualTo("loops");
        assertThat(texts(topic, "question_id"))
                .containsExactlyInAnyOrder("loops-1", "loops-2", "loops-3", "loops-4", "types-of-loops")
                .endsWith("types-of-loops");
        assertThat(topic.path("size").asInt()).isEqualTo(5);
        assertThat(texts(level, "question_id")).containsExactlyInAnyOrder("loops-4", "lists-4", "types-4");
    }

    @Test
    void whatWasNeverAnsweredComesFirstAndThenWhatWasAnsweredLongestAgo() {
        answer(token, "lists-3");
        answer(token, "lists-1");
        answer(token, "lists-3");

        JsonNode session = start("\"size\":4,\"topic\":\"lists\"");

        assertThat(texts(session, "question_id").subList(0, 2)).containsExactlyInAnyOrder("lists-2", "lists-4");
        assertThat(texts(session, "question_id").subList(2, 4)).containsExactly("lists-1", "lists-3");
    }

    @Test
    void practiceChoosesInTheCollectionsThatTheLearnerPractisesIn() {
        answer(token, "verbs-1");

        JsonNode session = start("\"size\":5");

        assertThat(texts(session, "question_id")).containsExactly("verbs-2", "verbs-1");
        assertThat(session.path("size").asInt()).isEqualTo(2);
    }

    @Test
    void whereThereIsNothingToAskNoSessionBegins() {
        UUID id = UUID.randomUUID();

        HttpResponse<String> refused = post("/sessions", body(id, "\"size\":5,\"topic\":\"history\""));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/problems/no-questions");
        assertThat(get("/sessions/" + id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "size":0                              | size
            "size":51                             | size
            "topic":"loops"                       | size
            "size":3,"topic":"no spaces, please"  | topic
            "size":3,"level":"wizard"             | level
            "size":3,"question_ids":["{a,b}"]     | question_ids[0]
            "size":3,"question_ids":[null]        | question_ids[0]
            """)
    void anInvalidFieldIsNamed(String fields, String field) {
        HttpResponse<String> refused = post("/sessions", body(UUID.randomUUID(), fields));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("/problems/invalid-request", "\"field\":\"" + field);
    }

    @Test
    void theNextBlockIsLaidOutOnce() {
        JsonNode session = start("\"size\":8");

        JsonNode longer = json(items(session, "\"from\":6," + questionIds("verbs-1", "gone")), 200);
        JsonNode again = json(items(session, "\"from\":6," + questionIds("verbs-2")), 200);

        assertThat(texts(longer, "attempt_id"))
                .hasSize(8)
                .startsWith(texts(session, "attempt_id").toArray(String[]::new));
        assertThat(texts(longer, "question_id").get(5)).isEqualTo("verbs-1");
        assertThat(again).isEqualTo(longer);
    }

    @Test
    void twoBrowsersThatLayOutTheNextBlockAtOnceGetTheSame() {
        JsonNode session = start("\"size\":10");

        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 8)
                .mapToObj(_ -> practice.sendAsync("POST", path(session) + "/items", token, "{\"from\":6}"))
                .toList();
        answers.forEach(CompletableFuture::join);

        List<String> laidOut = texts(parse(get(idPath(session)).body()), "attempt_id");
        assertThat(laidOut).hasSize(10);
        assertThat(answers)
                .extracting(answer -> texts(parse(answer.join().body()), "attempt_id"))
                .containsOnly(laidOut);
    }

    @Test
    void aBlockThatWouldLeaveAHoleIsRefused() {
        JsonNode session = start("\"size\":10");

        HttpResponse<String> refused = items(session, "\"from\":7");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/problems/leaves-a-hole", "begins at 6");
    }

    @Test
    void aSessionEndsWhereTheQuestionsEnd() {
        JsonNode session =
                start("\"size\":10,\"topic\":\"spanish.verbs\"," + questionIds("loops-1", "loops-2", "loops-3"));

        JsonNode longer = json(items(session, "\"from\":6"), 200);

        assertThat(session.path("size").asInt()).isEqualTo(10);
        assertThat(longer.path("size").asInt()).isEqualTo(5);
        assertThat(json(items(session, "\"from\":6"), 200)).isEqualTo(longer);
    }

    @Test
    void anAnsweredItemShowsItsGradeAndTheNextOneWaits() {
        JsonNode session = start("\"size\":2");

        JsonNode result = json(answerItem(session, 1, "b"), 201);

        JsonNode now = parse(get(idPath(session)).body());
        JsonNode answered = now.path("items").path(0).path("answered");
        assertThat(answered.path("score").asDouble()).isEqualTo(1);
        assertThat(answered.path("correct").asBoolean()).isTrue();
        assertThat(answered.path("sequence")).isEqualTo(result.path("sequence"));
        assertThat(answered.path("graded_by").asText()).isEqualTo("answer-key");
        assertThat(answered.path("recorded_at")).isEqualTo(result.path("recorded_at"));
        assertThat(now.path("answered").asInt()).isEqualTo(1);
        assertThat(now.path("correct").asInt()).isEqualTo(1);
        assertThat(now.path("next").asInt()).isEqualTo(2);
        assertThat(now.path("items").path(1).has("answered")).isFalse();
    }

    @Test
    void ofTwoBrowsersThatAnswerAnItemDifferentlyTheFirstWins() {
        JsonNode session = start("\"size\":2");
        answerItem(session, 1, "b");

        HttpResponse<String> same = answerItem(session, 1, "b");
        HttpResponse<String> different = answerItem(session, 1, "a");

        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(different.statusCode()).isEqualTo(409);
        assertThat(different.body()).contains("/problems/attempt-id-taken");
    }

    @Test
    void anAttemptOnAnUnknownSessionOrSomebodyElsesIsRefused() {
        JsonNode session = start("\"size\":2");
        String theirs = attempt(session, 1, "b");

        HttpResponse<String> other = practice.post(learner(UUID.randomUUID()), theirs);
        HttpResponse<String> unknown =
                practice.post(token, theirs.replace(session.path("session_id").asText(), UUID.randomUUID() + ""));

        assertThat(List.of(other, unknown)).allSatisfy(refused -> {
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body()).contains("/problems/unknown-session");
        });
        assertThat(practice.post(token, theirs).statusCode()).isEqualTo(201);
    }

    @Test
    void anAttemptThatIsOnNoItemOfTheSessionIsRefused() {
        JsonNode session = start("\"size\":2," + questionIds("loops-1", "loops-2"));
        String first = attempt(session, 1, "b");

        List<HttpResponse<String>> strangers = Stream.of(
                        first.replace(
                                session.path("items").path(0).path("attempt_id").asText(), UUID.randomUUID() + ""),
                        first.replace("loops-1", "loops-2"),
                        first.replace("loops-1", "loops-3"))
                .map(attempt -> practice.post(token, attempt))
                .toList();

        assertThat(strangers).allSatisfy(refused -> {
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("/problems/not-an-item");
        });
        assertThat(parse(get("/learners/me/attempts").body()).path("items")).isEmpty();
    }

    @Test
    void strangersInAGroupHarmNobody() {
        JsonNode session = start("\"size\":5");

        List<CompletableFuture<HttpResponse<String>>> strangers = new ArrayList<>();
        List<CompletableFuture<HttpResponse<String>>> items = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            String stranger = attempt(session, i, "a")
                    .replace(texts(session, "attempt_id").get(i - 1), UUID.randomUUID() + "");
            strangers.add(practice.postAsync(token, stranger));
            items.add(practice.postAsync(token, attempt(session, i, "b")));
            items.add(practice.postAsync(token, plainAttempt("loops-1")));
        }

        assertThat(strangers).extracting(answer -> answer.join().statusCode()).containsOnly(422);
        assertThat(items).extracting(answer -> answer.join().statusCode()).containsOnly(201);
    }

    @Test
    void aCompletedSessionTakesNothingNewAndRepeatsTheOld() {
        JsonNode session = start("\"size\":6");
        HttpResponse<String> before = answerItem(session, 1, "b");
        JsonNode completed = json(complete(session), 200);

        HttpResponse<String> repeated = answerItem(session, 1, "b");
        HttpResponse<String> other = answerItem(session, 2, "b");
        HttpResponse<String> more = items(session, "\"from\":6");

        assertThat(completed.path("status").asText()).isEqualTo("completed");
        assertThat(completed.has("completed_at")).isTrue();
        assertThat(completed.has("next")).isFalse();
        assertThat(repeated.statusCode()).isEqualTo(200);
        assertThat(repeated.body()).isEqualTo(before.body());
        assertThat(List.of(other, more)).allSatisfy(refused -> {
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("/problems/session-completed");
        });
        assertThat(json(complete(session), 200)).isEqualTo(completed);
    }

    @Test
    void anAttemptThatMeetsACompletionWaitsForItAndIsRefused() throws SQLException {
        JsonNode session = start("\"size\":2");
        CompletableFuture<HttpResponse<String>> attempt;
        try (Connection completion = practice.connect()) {
            completion.setAutoCommit(false);
            execute(completion, "select from session where id = '%s' for update", session);
            execute(completion, "update session set completed_at = now() where id = '%s'", session);
            attempt = practice.postAsync(token, attempt(session, 1, "b"));
            awaitSomebodyWaiting();
            completion.commit();
        }

        assertThat(attempt.join().statusCode()).isEqualTo(409);
        assertThat(attempt.join().body()).contains("/problems/session-completed");
    }

    @Test
    void aCompletionThatMeetsAnAttemptWaitsForItAndCountsIt() throws SQLException {
        JsonNode session = start("\"size\":2");
        answer(token, "loops-1");
        CompletableFuture<HttpResponse<String>> attempt;
        CompletableFuture<HttpResponse<String>> completion;
        try (Connection other = practice.connect()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("select from learner_sequence where learner_id = '%s' for update".formatted(ada));
            }
            attempt = practice.postAsync(token, attempt(session, 1, "b"));
            awaitSomebodyWaiting();
            completion = practice.sendAsync("PUT", path(session) + "/completion", token, "");
            awaitWaiting(2);
            other.rollback();
        }

        assertThat(attempt.join().statusCode()).isEqualTo(201);
        assertThat(json(completion.join(), 200).path("answered").asInt()).isEqualTo(1);
    }

    @Test
    void theNextBlockIsLaidOutWhileAnAttemptIsBeingEntered() throws SQLException {
        JsonNode session = start("\"size\":10");
        answer(token, "loops-1");
        try (Connection other = practice.connect()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("select from learner_sequence where learner_id = '%s' for update".formatted(ada));
            }
            CompletableFuture<HttpResponse<String>> attempt = practice.postAsync(token, attempt(session, 1, "b"));
            awaitSomebodyWaiting();

            CompletableFuture<HttpResponse<String>> block =
                    practice.sendAsync("POST", path(session) + "/items", token, "{\"from\":6}");

            assertThat(block).succeedsWithin(Duration.ofSeconds(10)).returns(200, HttpResponse::statusCode);
            assertThat(attempt).isNotDone();
            other.rollback();
            assertThat(attempt.join().statusCode()).isEqualTo(201);
        }
    }

    @Test
    void anAttemptOfAForgottenSessionIsStillRepeated() throws SQLException {
        JsonNode session = start("\"size\":2");
        answerItem(session, 1, "b");
        try (Connection database = practice.connect()) {
            execute(database, "delete from session_item where session_id = '%s'", session);
            execute(database, "delete from session where id = '%s'", session);
        }

        assertThat(answerItem(session, 1, "b").statusCode()).isEqualTo(200);
        assertThat(answerItem(session, 2, "b").statusCode()).isEqualTo(404);
    }

    @Test
    void aQuestionThatIsWithdrawnMeanwhileIsPassedOver() {
        practice.publish("fleeting", "junior", "other.fleeting");
        JsonNode session = start("\"size\":2," + questionIds("fleeting", "loops-1"));

        practice.send("fleeting", null);

        Awaitility.await().untilAsserted(() -> {
            JsonNode now = parse(get(idPath(session)).body());
            assertThat(now.path("next").asInt()).isEqualTo(2);
            assertThat(now.path("items").path(0).path("withdrawn").asBoolean()).isTrue();
        });
    }

    @Test
    void aNewSessionAsksTheNewestVersion() {
        practice.publish("renewed", "junior", "other.renewal");
        practice.send("renewed", null);
        Awaitility.await().until(() -> answer(token, "renewed").statusCode() == 410);
        practice.publishVersion(2, "renewed", "senior", "other.renewal");

        JsonNode session = start("\"size\":1,\"topic\":\"other.renewal\",\"level\":\"senior\"");

        assertThat(session.path("items").path(0).path("question_version").asInt())
                .isEqualTo(2);
        assertThat(answerItem(session, 1, "b").statusCode()).isEqualTo(201);
    }

    @Test
    void sessionsAreListedNewestFirstPageByPage() {
        List<String> started = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            JsonNode session = start("\"size\":2");
            started.addFirst(session.path("session_id").asText());
            answerItem(session, 1, i % 2 == 0 ? "b" : "a");
            if (i < 2) {
                complete(session);
            }
        }

        List<JsonNode> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(get("/learners/me/sessions?limit=2" + cursor), 200);
            page.path("items").forEach(listed::add);
            cursor = page.has("next_cursor")
                    ? "&cursor=" + page.path("next_cursor").asText()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(listed)
                .extracting(session -> session.path("session_id").asText())
                .isEqualTo(started);
        assertThat(listed)
                .extracting(session -> session.path("correct").asInt())
                .containsExactly(1, 0, 1, 0, 1);
        assertThat(listed).allSatisfy(session -> {
            assertThat(session.path("answered").asInt()).isEqualTo(1);
            assertThat(session.has("items")).isFalse();
        });
        assertThat(json(get("/learners/me/sessions?status=running"), 200).path("items"))
                .hasSize(3);
        assertThat(json(get("/learners/me/sessions?status=completed"), 200).path("items"))
                .hasSize(2);
        assertThat(get("/learners/me/sessions?status=lost").statusCode()).isEqualTo(400);
    }

    @Test
    void nobodySeesOrTouchesAnothersSession() {
        JsonNode session = start("\"size\":2");
        String eve = learner(UUID.randomUUID());

        List<HttpResponse<String>> tried = Stream.of(
                        practice.sendAsync("POST", path(session) + "/items", eve, "{\"from\":3}"),
                        practice.sendAsync("PUT", path(session) + "/completion", eve, ""))
                .map(CompletableFuture::join)
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        tried.add(practice.get(eve, path(session)));

        assertThat(tried).allSatisfy(refused -> {
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body()).contains("/problems/unknown-session");
        });
        assertThat(json(practice.get(eve, "/api/v1/learners/me/sessions"), 200).path("items"))
                .isEmpty();
        assertThat(parse(get(idPath(session)).body()).path("status").asText()).isEqualTo("running");
    }

    @Test
    void itsBeginningAndItsEndAreToldOnce() {
        String body = body(UUID.randomUUID(), "\"size\":7,\"level\":\"junior\"," + questionIds("types-1"));
        JsonNode session = json(post("/sessions", body), 201);
        post("/sessions", body);
        answerItem(session, 1, "b");
        answerItem(session, 2, "a");
        items(session, "\"from\":6");
        JsonNode completed = json(complete(session), 200);
        complete(session);

        List<ConsumerRecord<String, String>> events =
                Awaitility.await().until(() -> events(), found -> found.size() > 1);
        assertThat(events).hasSize(2).allSatisfy(event -> assertThat(
                        Contracts.violations(PracticeService.SESSIONS, event.value()))
                .isEmpty());
        JsonNode started = parse(events.getFirst().value());
        JsonNode ended = parse(events.getLast().value());
        assertThat(started.path("type").asText()).isEqualTo("SessionStarted");
        assertThat(started.path("items")).hasSize(5);
        assertThat(started.has("answered")).isFalse();
        assertThat(ended.path("type").asText()).isEqualTo("SessionCompleted");
        assertThat(texts(ended, "attempt_id"))
                .isEqualTo(texts(completed, "attempt_id"))
                .hasSize(7);
        assertThat(texts(ended, "chosen_by")).startsWith("recommendation", "practice");
        assertThat(ended.path("completed_at")).isEqualTo(completed.path("completed_at"));
        assertThat(ended.path("answered").asInt()).isEqualTo(2);
        assertThat(ended.path("correct").asInt()).isEqualTo(1);
        assertThat(ended.path("mean_score").asDouble()).isEqualTo(0.5);
        assertThat(events).extracting(event -> header(event, "ce_id")).doesNotHaveDuplicates();
        assertThat(header(events.getLast(), "ce_type")).isEqualTo("dev.weakspot.practice.session.completed");
    }

    @Test
    void whatNeverBeganIsNotTold() {
        post("/sessions", body(UUID.randomUUID(), "\"size\":5,\"topic\":\"history\""));
        start("\"size\":1");

        Awaitility.await().untilAsserted(() -> assertThat(events()).isNotEmpty());
        assertThat(events()).hasSize(1);
    }

    @Test
    void aSessionGoesOnAfterARestart() {
        JsonNode session = start("\"size\":7");
        answerItem(session, 1, "b");

        practice.restart();

        assertThat(answerItem(session, 2, "b").statusCode()).isEqualTo(201);
        JsonNode now = json(items(session, "\"from\":6"), 200);
        assertThat(now.path("next").asInt()).isEqualTo(3);
        assertThat(now.path("items")).hasSize(7);
    }

    private List<ConsumerRecord<String, String>> events() {
        return practice.messages(PracticeService.SESSIONS).stream()
                .filter(event -> event.key().equals(ada.toString()))
                .toList();
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private JsonNode start(String fields) {
        return json(post("/sessions", body(UUID.randomUUID(), fields)), 201);
    }

    private static String body(UUID id, String fields) {
        return "{\"session_id\":\"%s\",%s}".formatted(id, fields);
    }

    private static String questionIds(String... ids) {
        return Stream.of(ids).map(id -> "\"" + id + "\"").collect(joining(",", "\"question_ids\":[", "]"));
    }

    private HttpResponse<String> items(JsonNode session, String fields) {
        return post(idPath(session) + "/items", "{" + fields + "}");
    }

    private HttpResponse<String> complete(JsonNode session) {
        return practice.sendAsync("PUT", path(session) + "/completion", token, "")
                .join();
    }

    private HttpResponse<String> answerItem(JsonNode session, int position, String choice) {
        return practice.post(token, attempt(session, position, choice));
    }

    private static String attempt(JsonNode session, int position, String choice) {
        JsonNode item = session.path("items").path(position - 1);
        return """
                {"attempt_id":"%s","session_id":"%s","question_id":"%s","question_version":%d,
                 "answer":{"type":"single-choice","choice":"%s"}}""".formatted(
                        item.path("attempt_id").asText(),
                        session.path("session_id").asText(),
                        item.path("question_id").asText(),
                        item.path("question_version").asInt(),
                        choice);
    }

    private static HttpResponse<String> answer(String token, String question) {
        return practice.post(token, plainAttempt(question));
    }

    private static String plainAttempt(String question) {
        return """
                {"attempt_id":"%s","question_id":"%s","question_version":1,
                 "answer":{"type":"single-choice","choice":"b"}}""".formatted(UUID.randomUUID(), question);
    }

    private HttpResponse<String> post(String path, String body) {
        return practice.sendAsync("POST", "/api/v1" + path, token, body).join();
    }

    private HttpResponse<String> get(String path) {
        return practice.get(token, "/api/v1" + path);
    }

    private static String path(JsonNode session) {
        return "/api/v1" + idPath(session);
    }

    private static String idPath(JsonNode session) {
        return "/sessions/" + session.path("session_id").asText();
    }

    private static List<String> texts(JsonNode session, String field) {
        return session.path("items")
                .valueStream()
                .map(item -> item.path(field).asText())
                .toList();
    }

    private static List<String> mainTopics(JsonNode session) {
        return session.path("items")
                .valueStream()
                .map(item -> item.path("topics").path(0).asText())
                .toList();
    }

    private static void execute(Connection connection, String sql, JsonNode session) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(session.path("session_id").asText()));
        }
    }

    private static void awaitSomebodyWaiting() {
        awaitWaiting(1);
    }

    private static void awaitWaiting(int connections) {
        Awaitility.await().until(() -> waiting() == connections);
    }

    private static int waiting() throws SQLException {
        try (Connection connection = practice.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static JsonNode json(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return parse(response.body());
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
