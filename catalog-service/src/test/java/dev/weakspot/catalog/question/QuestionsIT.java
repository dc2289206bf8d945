package dev.weakspot.catalog.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.KafkaRecords;
import dev.weakspot.catalog.RunningCatalog;
import dev.weakspot.catalog.RunningCatalog.Reply;
import dev.weakspot.catalog.RunningCatalog.World;
import dev.weakspot.testbed.Contracts;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsIT {

    private static final String QUESTIONS = "catalog.questions.v1";
    private static final String LAZY = Bodies.LAZY;

    private static final World WORLD = World.create();
    private static final RunningCatalog CATALOG = WORLD.start();

    private static final String OTHER = "other." + UUID.randomUUID();

    /** Each test has a question and a topic of its own, of the same name. */
    private final String id = "lazy." + UUID.randomUUID();

    @BeforeEach
    void makeTopics() {
        for (String slug : List.of(id, OTHER)) {
            String topic = "{\"slug\":\"%s\",\"title\":\"T\",\"group\":\"G\",\"prerequisites\":[]}".formatted(slug);
            CATALOG.put("/api/v1/topics/" + slug, topic, "author");
        }
    }

    @AfterAll
    static void stop() {
        CATALOG.close();
    }

    @Test
    void aVersionIsPublishedOnceAndForEver() {
        assertThat(put(1, LAZY).status()).isEqualTo(201);
        assertThat(put(1, LAZY).status()).isEqualTo(200);

        Reply changed = put(1, LAZY.replace("At once", "Never"));

        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.problem()).isEqualTo("version-already-published");
        assertThat(KafkaRecords.ids(told())).containsExactly(event("1"));
    }

    @Test
    void theNextVersionReplacesTheOneBeforeAndTheOldOneStaysReadable() {
        put(1, LAZY);
        put(2, LAZY.replace("At once", "Never"));

        assertThat(CATALOG.get(path(""), "learner").body()).contains("\"version\":2", "Never");
        assertThat(CATALOG.get(path("/versions/1"), "learner").body()).contains("\"version\":1", "At once");
        assertThat(CATALOG.get("/api/v1/questions?topic=" + id, "learner")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void versionsMaySkipButNeverGoBack() {
        put(3, LAZY);

        Reply older = put(2, LAZY);

        assertThat(older.status()).isEqualTo(409);
        assertThat(older.problem()).isEqualTo("version-too-low");
        assertThat(put(5, LAZY).status()).isEqualTo(201);
    }

    @Test
    void aWithdrawnQuestionIsGoneAndItsTombstoneLeft() {
        put(1, LAZY);

        assertThat(CATALOG.delete(path(""), "author").status()).isEqualTo(204);
        assertThat(CATALOG.delete(path(""), "author").status()).isEqualTo(204);

        List<ConsumerRecord<String, String>> messages = told();
        assertThat(KafkaRecords.ids(messages)).containsExactly(event("1"), event("1/withdrawn"));
        assertThat(messages.getLast().value()).isNull();
        assertThat(KafkaRecords.headers(messages.getLast()))
                .containsEntry("ce_type", "dev.weakspot.catalog.question.withdrawn")
                .doesNotContainKey("content-type");
        assertThat(CATALOG.get(path(""), "learner").problem()).isEqualTo("withdrawn-question");
        assertThat(CATALOG.get(path(""), "learner").status()).isEqualTo(410);
        assertThat(CATALOG.get("/api/v1/questions?topic=" + id, "learner")
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(CATALOG.get(path("/versions/1"), "learner").status()).isEqualTo(200);
    }

    @Test
    void aHigherVersionBringsAWithdrawnQuestionBack() {
        put(1, LAZY);
        CATALOG.delete(path(""), "author");

        assertThat(put(1, LAZY).status()).isEqualTo(200);
        assertThat(CATALOG.get(path(""), "learner").status()).isEqualTo(410);
        assertThat(put(2, LAZY).status()).isEqualTo(201);
        assertThat(CATALOG.get(path(""), "learner").status()).isEqualTo(200);
        assertThat(KafkaRecords.ids(told())).containsExactly(event("1"), event("1/withdrawn"), event("2"));
    }

    @Test
    void whatIsReadBackIsWhatWasSentAndWhatWasTold() {
        put(1, LAZY);

        Reply read = CATALOG.get(path(""), "author");

        ConsumerRecord<String, String> told = told().getFirst();
        assertThat(read.body()).isEqualTo(told.value());
        assertThat(Contracts.violations(QUESTIONS, told.value())).isEmpty();
        assertThat(read.json().get("published_at").asText())
                .isEqualTo(KafkaRecords.headers(told).get("ce_time"));
        assertThat(put(1, read.body()).status()).isEqualTo(200);
    }

    @Test
    void optionalFieldsComeBackAsTheyWereSent() {
        String topics = "[\"%s\",\"%s\"],\"topic_weights\":{\"%s\":0.5},".formatted(id, OTHER, OTHER);
        String body = LAZY.replace("[\"orm\"],", topics)
                .replace("\"hints\"", "\"how_to_answer\":\"Think.\",\"licence\":\"MIT\",\"hints\"");

        Reply published = put(1, body);

        assertThat(published.body())
                .contains(
                        "\"topic_weights\":{\"" + OTHER + "\":0.5}",
                        "\"how_to_answer\":\"Think.\"",
                        "\"licence\":\"MIT\"");
        assertThat(Contracts.violations(QUESTIONS, told().getFirst().value())).isEmpty();
        assertThat(put(1, published.body()).status()).isEqualTo(200);
    }

    @Test
    void whatWasPublishedBeforeThereWereOptionalFieldsIsStillTheSame() {
        put(1, LAZY);
        WORLD.execute("update question_version set content = content - 'licence' where question_id = '" + id + "'");

        assertThat(put(1, LAZY).status()).isEqualTo(200);
    }

    @Test
    void aSearchFindsThingsToOrderButNotTheirOrder() {
        put(1, LAZY.replaceFirst("(?s)\\{\"type\".*?]}", """
                {"type":"ordering","items":[
                {"id":"b","text":"Wash hands"},{"id":"c","text":"Cook soup"},{"id":"a","text":"Eat"}]}"""));

        assertThat(find("soup")).isEqualTo(1);
        assertThat(find("%22hands+the+cook%22")).isZero();
        assertThat(CATALOG.get(path(""), "learner").body())
                .contains("\"items\":[{\"id\":\"a\",\"text\":\"Eat\"},{\"id\":\"b\",");
    }

    @Test
    void whoPublishesAtTheSameTimeLeavesInOrder() throws ExecutionException, InterruptedException {
        try (ExecutorService authors = Executors.newFixedThreadPool(8)) {
            List<Future<Reply>> replies = IntStream.rangeClosed(1, 40)
                    .mapToObj(version -> authors.submit(() -> put(version, LAZY)))
                    .toList();
            for (Future<Reply> reply : replies) {
                assertThat(reply.get().status()).isIn(201, 409);
            }
        }

        List<Long> versions = KafkaRecords.ids(told()).stream()
                .map(event -> Long.valueOf(event.replace(event(""), "")))
                .toList();
        assertThat(versions).isSorted().doesNotHaveDuplicates();
        assertThat(versions.getLast())
                .isEqualTo(WORLD.count("select current_version from question where id = '" + id + "'"));
        assertThat(versions)
                .hasSize((int) WORLD.count("select count(*) from question_version where question_id = '" + id + "'"));
    }

    @Test
    void theSameVersionFromManyAtOnceIsPublishedOnce() throws ExecutionException, InterruptedException {
        try (ExecutorService authors = Executors.newFixedThreadPool(8)) {
            List<Future<Reply>> replies = IntStream.range(0, 16)
                    .mapToObj(n -> authors.submit(() -> put(1, LAZY)))
                    .toList();
            for (Future<Reply> reply : replies) {
                assertThat(reply.get().status()).isIn(200, 201);
            }
        }

        assertThat(told()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "stem":"When            | "stim":"When                | {"field":"stem","message":"must not be blank"}
            "kind":"definition"     | "kind":"haiku"              | "message":"kind must be one of
            "kind":"definition",    | ~~                          | {"field":"kind"
            "expected_seconds":45,  | ~~                          | expected_seconds must be from 1 to 3600
            "expected_seconds":45,  | "expected_seconds":"long",  | has a value of the wrong type
            -0.5                    | -5                          | {"field":"difficulty"
            ["orm"],                | [],                         | {"field":"topics"
            "correct":true          | "correct":false             | no choice is correct
            "text":"At once"        | "text":""                   | {"field":"answer.choices[0].text","message":"must not be blank"}
            "hints"                 | "topic_weights":{"views":0.5},"hints" | views has a weight and is none of the further topics
            "hints"                 | "topic_weights":{"V V":0.5},"hints"   | a topic's slug has
            "hints"                 | "topic_weights":[],"hints"  | cannot be read
            "hints"                 | "licence":"my own","hints"  | {"field":"licence"
            https://docs            | ftp://docs                  | a source must be an https address
            ">=3.2"                 | "3.2"                       | {"field":"applies_to"
            "single-choice"         | "magic"                     | invalid-request
            When does               | When \\u0000 does            | {"field":"stem"
            "text":"At once"        | "text":"At \\ud83d once"      | {"field":"answer.choices[0].text"
            """)
    void aBodyIsCorrectedByName(String of, String to, String violation) {
        Reply reply = put(1, LAZY.replace(of, to));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("invalid-request");
        assertThat(reply.body()).contains(violation);
        assertThat(WORLD.count("select count(*) from question where id = '" + id + "'"))
                .isZero();
    }

    @Test
    void aTextHasItsLimit() {
        Reply reply = put(1, LAZY.replace("When does", "x".repeat(20_001)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("{\"field\":\"stem\"");
    }

    @Test
    void topicsMustBeInTheCatalog() {
        Reply reply = put(1, LAZY.replace("[\"orm\"],", "[\"orm\",\"magic\"],"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("unknown-topics");
        assertThat(WORLD.count("select count(*) from question where id = '" + id + "'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/questions/nowhere", "/api/v1/questions/nowhere/versions/1"})
    void whatIsNotThereIsNamed(String path) {
        assertThat(CATALOG.get(path, "learner").status()).isEqualTo(404);
        assertThat(CATALOG.get(path, "learner").problem()).isEqualTo("unknown-question");
    }

    private Reply put(int version, String body) {
        return CATALOG.put(path("/versions/" + version), body.replace("[\"orm\"", "[\"" + id + "\""), "author");
    }

    private int find(String words) {
        return CATALOG.get("/api/v1/questions?topic=" + id + "&q=" + words, "learner")
                .json()
                .get("total")
                .asInt();
    }

    private String path(String rest) {
        return "/api/v1/questions/" + id + rest;
    }

    private String event(String rest) {
        return "question/" + id + "/" + rest;
    }

    /** What the broker has about this question. */
    private List<ConsumerRecord<String, String>> told() {
        return KafkaRecords.of(WORLD, QUESTIONS).stream()
                .filter(message -> message.key().equals(id))
                .toList();
    }
}
