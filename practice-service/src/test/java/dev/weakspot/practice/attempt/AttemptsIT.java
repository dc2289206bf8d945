package dev.weakspot.practice.attempt;

import static dev.weakspot.practice.PracticeService.learner;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weakspot.practice.Fingerprint;
import dev.weakspot.practice.PracticeService;
import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Example;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts over HTTP, from the answer to the event. */
class AttemptsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static PracticeService practice;

    private final UUID ada = UUID.randomUUID();

    @BeforeAll
    static void theCatalogHasPublished() {
        practice = PracticeService.start();
        PracticeService.questions().forEach(practice::publish);
    }

    @AfterAll
    static void stop() {
        practice.close();
    }

    @Test
    void anAnswerIsGradedExplainedAndNumbered() {
        UUID attempt = UUID.randomUUID();

        HttpResponse<String> response = practice.post(learner(ada), iterated(attempt));

        JsonNode result = json(response);
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(result.path("attempt_id").asText()).isEqualTo(attempt.toString());
        assertThat(result.path("sequence").asLong()).isEqualTo(1);
        assertThat(result.path("score").asDouble()).isEqualTo(1);
        assertThat(result.path("correct").asBoolean()).isTrue();
        assertThat(result.path("graded_by").asText()).isEqualTo("answer-key");
        assertThat(result.path("explanation").asText()).startsWith("A queryset is a description");
        assertThat(result.path("feedback").path(1).path("text").asText()).isEqualTo("Iteration evaluates it.");
    }

    @Test
    void theSameAttemptAgainGetsTheSameAnswerAndIsRecordedOnce() {
        String attempt = iterated(UUID.randomUUID());
        HttpResponse<String> first = practice.post(learner(ada), attempt);

        HttpResponse<String> again = practice.post(learner(ada), attempt);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(sequences(ada)).containsExactly(1L);
    }

    @Test
    void choicesInAnotherOrderAreTheSameAttempt() {
        UUID attempt = UUID.randomUUID();
        practice.post(learner(ada), multipleChoice(attempt, "\"a\",\"c\""));

        HttpResponse<String> again = practice.post(learner(ada), multipleChoice(attempt, "\"c\",\"a\""));

        assertThat(again.statusCode()).isEqualTo(200);
    }

    @Test
    void anotherBodyUnderTheSameIdIsRefused() {
        UUID attempt = UUID.randomUUID();
        practice.post(learner(ada), iterated(attempt));

        HttpResponse<String> other = practice.post(learner(ada), singleChoice(attempt, "queryset-is-lazy", "a"));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("/problems/attempt-id-taken");
        assertThat(sequences(ada)).containsExactly(1L);
    }

    @Test
    void anotherLearnersAttemptIdIsRefused() {
        String attempt = iterated(UUID.randomUUID());
        practice.post(learner(ada), attempt);

        HttpResponse<String> other = practice.post(learner(UUID.randomUUID()), attempt);

        assertThat(other.statusCode()).isEqualTo(409);
    }

    @Test
    void aQuestionNobodyPublishedIsUnknown() {
        HttpResponse<String> response =
                practice.post(learner(ada), singleChoice(UUID.randomUUID(), "how-long-is-a-string", "a"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("/problems/unknown-question");
    }

    @Test
    void anAnswerOfTheWrongShapeIsRefusedByName() {
        HttpResponse<String> response =
                practice.post(learner(ada), singleChoice(UUID.randomUUID(), "join-in-one-query", "a"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains("/problems/answer-does-not-fit")
                .contains("The question asks for an answer of type short-text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "-0005-01-01T00:00:00Z"})
    void anAnswerOfAnImpossibleTimeIsRefused(String time) {
        String attempt = iterated(UUID.randomUUID())
                .replace("{\"attempt_id\"", "{\"answered_at\":\"" + time + "\",\"attempt_id\"");

        HttpResponse<String> response = practice.post(learner(ada), attempt);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("/problems/impossible-time");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "question_version":1   | "question_version":0       | question_version
            "question_version":1   | "question_version":1e30    | question_version
            "question_version":1,  |                            | question_version
            "queryset-is-lazy"     | "no spaces, please"        | question_id
            "hints_used":0         | "hints_used":-1            | hints_used
            "hints_used":0         | "self_rating":5            | self_rating
            "hints_used":0         | "response_time_ms":"long"  | body
            "hints_used":0         | "certainty":1.01           | certainty
            "hints_used":0         | "certainty":-0.01          | certainty
            "choice":"b"           | "choice":"bbbbbbbbbbbb"    | answer.choice
            "choice":"b"           | "choice":"b\\u0000"        | answer.choice
            "choice":"b"           | "choice":"b\\ud83d"        | answer.choice
            "type":"single-choice" | "type":"telepathy"         | body
            "type":"single-choice" | "type":"single-choice","x":1,"choice":null | answer.choice
            """)
    void anInvalidFieldIsNamed(String of, String to, String field) {
        String attempt = iterated(UUID.randomUUID());
        assertThat(attempt).contains(of);

        HttpResponse<String> response = practice.post(learner(ada), attempt.replace(of, to == null ? "" : to));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("/problems/invalid-request", "\"field\":\"" + field + "\"");
    }

    @Test
    void aWithdrawnQuestionTakesNoNewAttemptsButRepeatsOldAnswers() {
        Example question = withId("soon-withdrawn");
        practice.publish(question);
        String before = singleChoice(UUID.randomUUID(), "soon-withdrawn", "b");
        practice.post(learner(ada), before);
        practice.send("soon-withdrawn", null);

        Awaitility.await().untilAsserted(() -> {
            HttpResponse<String> after =
                    practice.post(learner(UUID.randomUUID()), singleChoice(UUID.randomUUID(), "soon-withdrawn", "b"));
            assertThat(after.statusCode()).isEqualTo(410);
            assertThat(after.body()).contains("/problems/withdrawn-question");
        });
        assertThat(practice.post(learner(ada), before).statusCode()).isEqualTo(200);
    }

    @Test
    void aSelfGradedQuestionIsRevealedInStages() {
        String versions = "/api/v1/questions/explain-n-plus-one/versions/1";

        JsonNode outline = json(practice.get(learner(ada), versions + "/outline"));
        JsonNode model = json(practice.get(learner(ada), versions + "/model-answer"));
        HttpResponse<String> graded = practice.post(learner(ada), """
                {"attempt_id":"%s","question_id":"explain-n-plus-one","question_version":1,"self_rating":2,
                 "answer":{"type":"rubric","met":["definition","example"]}}""".formatted(UUID.randomUUID()));

        assertThat(outline.path("outline").size()).isEqualTo(3);
        assertThat(model.path("criteria").path(0).path("name").asText()).isEqualTo("definition");
        assertThat(json(graded).path("score").asDouble()).isEqualTo(0.75);
        assertThat(json(graded).path("graded_by").asText()).isEqualTo("learner");
    }

    @Test
    void thingsAreOrderedWithAdviceAfterwardsAndWeightsInTheEvent() {
        HttpResponse<String> swapped = practice.post(learner(ada), ordering("\"a\",\"c\",\"d\",\"b\""));

        JsonNode result = json(swapped);
        assertThat(swapped.statusCode()).isEqualTo(201);
        assertThat(result.path("score").asDouble()).isEqualTo(4 / 6.0);
        assertThat(result.path("correct").asBoolean()).isFalse();
        assertThat(result.path("feedback").path(0).path("about").asText()).isEqualTo("c");
        assertThat(result.path("how_to_answer").asText()).startsWith("Find the moment");
        Awaitility.await().untilAsserted(() -> assertThat(events(ada))
                .singleElement()
                .satisfies(event -> assertThat(event.value()).contains("\"topic_weights\":{\"templates\":0.3}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "c","a","d"             | 422 | /problems/answer-does-not-fit
            "c","a","d","b","b"     | 422 | /problems/answer-does-not-fit
            "c","a","d","x"         | 422 | /problems/answer-does-not-fit
            "c","a","d",null        | 400 | /problems/invalid-request
            "c","a","d","bbbbbbbbbbbb" | 400 | /problems/invalid-request
            """)
    void anOrderOfAnotherShapeIsRefusedByNameAndTellsNothing(String order, int status, String problem) {
        HttpResponse<String> response = practice.post(learner(ada), ordering(order));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(problem).doesNotContain("c, a, d, b");
    }

    @Test
    void aQuestionWithAKeyRevealsNothing() {
        HttpResponse<String> response =
                practice.get(learner(ada), "/api/v1/questions/queryset-is-lazy/versions/1/model-answer");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("/problems/nothing-to-reveal").doesNotContain("iterated");
    }

    @Test
    void whoHasNoAttemptsListsNone() {
        assertThat(practice.get(learner(UUID.randomUUID()), "/api/v1/learners/me/attempts")
                        .body())
                .isEqualTo("{\"items\":[]}");
    }

    @Test
    void aLearnerListsTheirOwnAttemptsPageByPage() {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID attempt = UUID.randomUUID();
            practice.post(learner(ada), multipleChoice(attempt, "\"a\",\"c\""));
            made.addFirst(attempt);
        }
        practice.post(learner(UUID.randomUUID()), iterated(UUID.randomUUID()));

        List<UUID> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(practice.get(learner(ada), "/api/v1/learners/me/attempts?limit=2" + cursor));
            page.path("items")
                    .forEach(item ->
                            listed.add(UUID.fromString(item.path("attempt_id").asText())));
            cursor = page.path("next_cursor").isMissingNode()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asText();
        } while (!cursor.isEmpty());

        assertThat(listed).containsExactlyElementsOf(made);
    }

    @Test
    void aListedAttemptShowsWhatWasAnswered() {
        practice.post(learner(ada), multipleChoice(UUID.randomUUID(), "\"c\",\"a\""));

        JsonNode item = json(practice.get(learner(ada), "/api/v1/learners/me/attempts"))
                .path("items")
                .path(0);

        assertThat(item.path("answer").path("type").asText()).isEqualTo("multiple-choice");
        assertThat(item.path("answer").path("choices").size()).isEqualTo(2);
        assertThat(item.path("topics").path(0).asText()).isEqualTo("orm-queries");
        assertThat(item.path("response_time_ms").asLong()).isEqualTo(1200);
    }

    @Test
    void certaintyAndSimulationAreKeptAndPublished() {
        practice.post(learner(ada), with(iterated(UUID.randomUUID()), "\"certainty\":0.85,\"simulated\":true"));
        practice.post(learner(ada), iterated(UUID.randomUUID()));

        JsonNode items =
                json(practice.get(learner(ada), "/api/v1/learners/me/attempts")).path("items");

        assertThat(items.path(1).path("certainty").asDouble()).isEqualTo(0.85);
        assertThat(items.path(1).path("simulated").asBoolean()).isTrue();
        assertThat(items.path(0).has("certainty")).isFalse();
        assertThat(items.path(0).path("simulated").asBoolean()).isFalse();
        Awaitility.await().untilAsserted(() -> assertThat(events(ada))
                .satisfiesExactly(
                        simulated -> assertThat(simulated.value()).contains("\"certainty\":0.85", "\"simulated\":true"),
                        plain -> assertThat(plain.value()).doesNotContain("certainty", "simulated")));
    }

    @Test
    void toSayThatNothingIsSimulatedIsToSayNothing() {
        String attempt = iterated(UUID.randomUUID());
        practice.post(learner(ada), attempt);

        HttpResponse<String> again = practice.post(learner(ada), with(attempt, "\"simulated\":false"));

        assertThat(again.statusCode()).isEqualTo(200);
    }

    /** What an older release has recorded must be recognised when it is sent again. */
    @Test
    void whatAnOlderReleaseUnderstoodHasTheSameFingerprintToday() throws IOException, NoSuchAlgorithmException {
        JsonMapper json = practice.bean(JsonMapper.class);
        String understood = """
                {"hints_used":2,"attempt_id":"5e0f8a52-7d8e-4f0b-9a37-3d6b1c2f4a10","question_id":"queryset-is-lazy",\
                "question_version":1,"answer":{"type":"rubric","met":["a","b"]},"response_time_ms":5,"self_rating":3,\
                "session_id":"5e551011-0000-4000-8000-000000000001","answered_at":"2026-03-01T18:30:00.125Z"}""";

        Submission submission = json.readValue(understood.getBytes(StandardCharsets.UTF_8), Submission.class);

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(understood.getBytes(StandardCharsets.UTF_8));
        assertThat(Fingerprint.of(json, requireNonNull(submission)).hex())
                .isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void anAttemptIsShownAgainWithAllThatWasSaidToIt() {
        UUID attempt = UUID.randomUUID();
        JsonNode result =
                json(practice.post(learner(ada), with(multipleChoice(attempt, "\"c\",\"a\""), "\"certainty\":1")));

        JsonNode shown = json(practice.get(learner(ada), "/api/v1/attempts/" + attempt));

        result.propertyStream()
                .forEach(field -> assertThat(shown.path(field.getKey())).isEqualTo(field.getValue()));
        assertThat(shown.path("answer").path("choices")).hasSize(2);
        assertThat(shown.path("topics").path(0).asText()).isEqualTo("orm-queries");
        assertThat(shown.path("certainty").asDouble()).isEqualTo(1);
        assertThat(shown.path("response_time_ms").asInt()).isEqualTo(1200);
    }

    @ParameterizedTest
    @MethodSource("dev.weakspot.practice.PracticeService#questions")
    void everyKindOfAnswerIsShownAgain(Example question) {
        UUID attempt = UUID.randomUUID();
        HttpResponse<String> result = practice.post(learner(ada), """
                {"attempt_id":"%s","question_id":"%s","question_version":%d,"answer":%s}""".formatted(
                        attempt,
                        question.key(),
                        parse(question.payload()).path("version").asInt(),
                        anAnswerTo(parse(question.payload()).path("answer"))));

        JsonNode shown = json(practice.get(learner(ada), "/api/v1/attempts/" + attempt));

        assertThat(shown.path("feedback"))
                .isEqualTo(json(result).path("feedback"))
                .isNotEmpty();
    }

    @Test
    void nobodySeesAnothersAttempt() {
        UUID attempt = UUID.randomUUID();
        practice.post(learner(ada), iterated(attempt));

        HttpResponse<String> theirs = practice.get(learner(UUID.randomUUID()), "/api/v1/attempts/" + attempt);
        HttpResponse<String> none = practice.get(learner(ada), "/api/v1/attempts/" + UUID.randomUUID());

        assertThat(List.of(theirs, none)).allSatisfy(refused -> {
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body()).contains("/problems/unknown-attempt");
        });
    }

    @Test
    void whoWatchesSeesWhatIsNewOfEverybodyWithoutAnswers() {
        String analyst = PracticeService.someoneWith("analyst");
        UUID bob = UUID.randomUUID();
        practice.post(learner(ada), iterated(UUID.randomUUID()));
        JsonNode before = json(practice.get(analyst, "/api/v1/attempts?limit=1"));
        practice.post(learner(ada), multipleChoice(UUID.randomUUID(), "\"a\",\"c\""));
        practice.post(learner(bob), with(iterated(UUID.randomUUID()), "\"simulated\":true"));

        JsonNode news = json(practice.get(
                analyst, "/api/v1/attempts?after=" + before.path("cursor").asText()));
        JsonNode nothing = json(practice.get(
                analyst, "/api/v1/attempts?after=" + news.path("cursor").asText()));

        assertThat(before.path("items")).hasSize(1);
        assertThat(news.path("items"))
                .extracting(item -> item.path("learner_id").asText())
                .containsExactly(bob.toString(), ada.toString());
        assertThat(news.path("items").path(0).path("simulated").asBoolean()).isTrue();
        assertThat(news.path("items").path(1).propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "attempt_id",
                        "learner_id",
                        "sequence",
                        "question_id",
                        "topics",
                        "score",
                        "graded_by",
                        "simulated",
                        "recorded_at");
        assertThat(nothing.path("items")).isEmpty();
        assertThat(nothing.path("cursor")).isEqualTo(news.path("cursor"));
    }

    @Test
    void whatWasRecordedTogetherIsTakenApart() {
        String analyst = PracticeService.someoneWith("ops");
        String begin = json(practice.get(analyst, "/api/v1/attempts?limit=1"))
                .path("cursor")
                .asText();
        IntStream.range(0, 100)
                .mapToObj(_ -> practice.postAsync(learner(ada), iterated(UUID.randomUUID())))
                .toList()
                .forEach(CompletableFuture::join);

        List<JsonNode> all = json(practice.get(analyst, "/api/v1/attempts?limit=200&after=" + begin))
                .path("items")
                .valueStream()
                .toList();
        JsonNode middle = all.get(50);
        String cursor = "%d.%s"
                .formatted(
                        ChronoUnit.MICROS.between(
                                Instant.EPOCH,
                                Instant.parse(middle.path("recorded_at").asText())),
                        middle.path("attempt_id").asText());
        JsonNode newer = json(practice.get(analyst, "/api/v1/attempts?limit=200&after=" + cursor));

        assertThat(all).hasSize(100);
        assertThat(newer.path("items").valueStream()).isEqualTo(all.subList(0, 50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "1", "1.ada", "99999999999999999.00000000-0000-0000-0000-000000000000"})
    void whatIsNoCursorIsRefused(String cursor) {
        HttpResponse<String> refused =
                practice.get(PracticeService.someoneWith("ops"), "/api/v1/attempts?after=" + cursor);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"after\"");
    }

    @Test
    void manyAtOnceAreNumberedWithoutGapsAndLeaveInOrder() {
        List<UUID> learners = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        List<String> tokens = learners.stream().map(PracticeService::learner).toList();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();

        for (int i = 0; i < 300; i++) {
            String token = tokens.get(i % tokens.size());
            String attempt = iterated(UUID.randomUUID());
            answers.add(practice.postAsync(token, attempt));
            if (i % 10 == 0) {
                answers.add(practice.postAsync(token, attempt));
            }
        }
        answers.forEach(CompletableFuture::join);

        assertThat(answers).extracting(answer -> answer.join().statusCode()).containsOnly(200, 201);
        List<Long> allInOrder = LongStream.rangeClosed(1, 100).boxed().toList();
        for (UUID learner : learners) {
            assertThat(sequences(learner)).containsExactlyElementsOf(allInOrder.reversed());
            Awaitility.await()
                    .untilAsserted(() -> assertThat(publishedSequences(learner)).containsExactlyElementsOf(allInOrder));
        }
    }

    @Test
    void theEventSaysAllThatIsNeededAndNoAnswer() {
        practice.post(learner(ada), """
                {"attempt_id":"%s","question_id":"join-in-one-query","question_version":1,
                 "answer":{"type":"short-text","text":"my secret guess"}}""".formatted(UUID.randomUUID()));

        ConsumerRecord<String, String> event = Awaitility.await()
                .until(() -> events(ada), events -> !events.isEmpty())
                .getFirst();
        assertThat(Contracts.violations(PracticeService.ATTEMPTS, event.value()))
                .isEmpty();
        assertThat(event.value()).doesNotContain("secret").contains("\"score\":0.0", "\"topics\":[\"orm-queries\"]");
        assertThat(header(event, "ce_type")).isEqualTo("dev.weakspot.practice.attempt.recorded");
        assertThat(header(event, "ce_id"))
                .isEqualTo(parse(event.value()).path("attempt_id").asText());
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, String>> events(UUID learner) {
        return practice.messages(PracticeService.ATTEMPTS).stream()
                .filter(event -> event.key().equals(learner.toString()))
                .toList();
    }

    private static List<Long> publishedSequences(UUID learner) {
        return events(learner).stream()
                .map(event -> parse(event.value()).path("sequence").asLong())
                .toList();
    }

    private static List<Long> sequences(UUID learner) {
        List<Long> sequences = new ArrayList<>();
        json(practice.get(learner(learner), "/api/v1/learners/me/attempts?limit=200"))
                .path("items")
                .forEach(item -> sequences.add(item.path("sequence").asLong()));
        return sequences;
    }

    private static Example withId(String id) {
        return Contracts.examples(PracticeService.QUESTIONS).stream()
                .filter(example -> example.name().equals("single-choice"))
                .map(example -> new Example(
                        example.name(), id, example.headers(), example.payload().replace("queryset-is-lazy", id)))
                .findFirst()
                .orElseThrow();
    }

    private static String iterated(UUID attempt) {
        return singleChoice(attempt, "queryset-is-lazy", "b");
    }

    private static String singleChoice(UUID attempt, String question, String choice) {
        return """
                {"attempt_id":"%s","question_id":"%s","question_version":1,"hints_used":0,\
                "answer":{"type":"single-choice","choice":"%s"}}""".formatted(attempt, question, choice);
    }

    private static String anAnswerTo(JsonNode key) {
        String type = key.path("type").asText();
        String value =
                switch (type) {
                    case "single-choice" -> "\"choice\":\"a\"";
                    case "multiple-choice" -> "\"choices\":[\"a\"]";
                    case "ordering" ->
                        key.path("items")
                                .valueStream()
                                .map(item -> item.path("id").toString())
                                .sorted()
                                .collect(joining(",", "\"order\":[", "]"));
                    case "rubric" -> "\"met\":[]";
                    default -> "\"text\":\"no idea\"";
                };
        return "{\"type\":\"%s\",%s}".formatted(type, value);
    }

    /** The attempt with more fields. */
    private static String with(String attempt, String fields) {
        return attempt.replace("{\"attempt_id\"", "{" + fields + ",\"attempt_id\"");
    }

    private static String multipleChoice(UUID attempt, String choices) {
        return """
                {"attempt_id":"%s","question_id":"queryset-evaluators","question_version":2,"response_time_ms":1200,\
                "answer":{"type":"multiple-choice","choices":[%s]}}""".formatted(attempt, choices);
    }

    private static String ordering(String order) {
        return """
                {"attempt_id":"%s","question_id":"queryset-life","question_version":3,\
                "answer":{"type":"ordering","order":[%s]}}""".formatted(UUID.randomUUID(), order);
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
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
