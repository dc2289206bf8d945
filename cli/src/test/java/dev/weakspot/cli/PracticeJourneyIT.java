package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weakspot.testbed.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole story: Ada answers fifteen questions of the real bank and hears what she is weak at and what to do next. */
class PracticeJourneyIT {

    private static final List<String> WEAK = List.of("migrations", "testing");
    private static final List<String> STRONG = List.of("templates", "framework-basics", "caching");

    private final int portBase = Ports.anyFree(6);
    private final UUID session = UUID.randomUUID();

    @TempDir
    private Path data;

    @Test
    void aLearnerIsLedToWhatTheyAreWeakAtAndARestartChangesNothing() throws Exception {
        Map<String, JsonNode> before;

        try (var weakspot = WeakspotProcess.start(data, portBase)) {
            long last = 0;
            for (JsonNode question : questions(WEAK, 3)) {
                last = answer(question, false);
            }
            for (JsonNode question : questions(STRONG, 3)) {
                last = answer(question, true);
            }
            assertThat(last).isEqualTo(15);
            // What an attempt teaches about its question counts a moment after what it teaches about Ada.
            Awaitility.await().until(() -> recommended("/beliefs?after=15")
                    .at("/as_of/model")
                    .asText()
                    .endsWith("@15"));

            JsonNode weakTopics = recommended("/weak-topics?after=15");
            JsonNode suggestions = recommended("/suggestions?count=10&after=15");
            assertThat(weakTopics.path("as_of").path("sequence").asLong()).isEqualTo(15);
            assertThat(texts(weakTopics, "topic").subList(0, 2)).containsExactlyInAnyOrderElementsOf(WEAK);
            assertThat(texts(suggestions, "topic").stream().filter(WEAK::contains))
                    .as("suggestions that train a weak topic, of " + texts(suggestions, "topic"))
                    .hasSizeGreaterThanOrEqualTo(5);
            assertThat(suggestions.path("items")).allSatisfy(item -> {
                assertThat(item.path("reasons")).isNotEmpty();
                assertThat(item.path("because").asText()).isNotBlank();
            });
            startSession(texts(suggestions, "question_id"));
            before = whatAdaIsTold();
            weakspot.kill();
        }

        try (var weakspot = WeakspotProcess.start(data, portBase)) {
            requireSame(before, whatAdaIsTold());
            assertThat(answerFirstItem(Objects.requireNonNull(before.get("session"))))
                    .isEqualTo(16);
            weakspot.stop();
        }
    }

    /** So many questions on each topic and on nothing else, with their keys: an author may see those. */
    private List<JsonNode> questions(List<String> topics, int each) throws IOException, InterruptedException {
        Api author = Api.author(data, portBase);
        List<JsonNode> questions = new ArrayList<>();
        for (String topic : topics) {
            List<JsonNode> pure = Awaitility.await()
                    .until(
                            () -> items(author.get(ServiceName.CATALOG, "/api/v1/questions?size=100&topic=" + topic))
                                    .filter(question -> question.path("topics").size() == 1)
                                    .toList(),
                            found -> found.size() >= each);
            for (JsonNode question : pure.subList(0, each)) {
                String id = question.path("question_id").asText();
                questions.add(author.get(ServiceName.CATALOG, "/api/v1/questions/" + id));
            }
        }
        return questions;
    }

    private void startSession(List<String> suggested) throws IOException, InterruptedException {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.put("session_id", session.toString());
        plan.put("size", 10);
        suggested.forEach(plan.putArray("question_ids")::add);
        JsonNode started = ada().post(ServiceName.PRACTICE, "/api/v1/sessions", plan);
        assertThat(texts(started, "question_id")).isEqualTo(suggested.subList(0, 5));
    }

    private long answerFirstItem(JsonNode session) throws IOException, InterruptedException {
        JsonNode item = session.path("items").path(0);
        JsonNode question = Api.author(data, portBase)
                .get(
                        ServiceName.CATALOG,
                        "/api/v1/questions/" + item.path("question_id").asText());
        ObjectNode attempt = JsonNodeFactory.instance.objectNode();
        attempt.put("attempt_id", item.path("attempt_id").asText());
        attempt.put("session_id", session.path("session_id").asText());
        attempt.put("question_id", item.path("question_id").asText());
        attempt.put("question_version", item.path("question_version").asInt());
        attempt.set("answer", answerTo(question.path("answer"), true));
        return ada().post(ServiceName.PRACTICE, "/api/v1/attempts", attempt)
                .path("sequence")
                .asLong();
    }

    private long answer(JsonNode question, boolean right) {
        ObjectNode attempt = JsonNodeFactory.instance.objectNode();
        attempt.put("attempt_id", UUID.randomUUID().toString());
        attempt.put("question_id", question.path("question_id").asText());
        attempt.put("question_version", question.path("version").asInt());
        attempt.set("answer", answerTo(question.path("answer"), right));
        // The practice service hears of the bank through Kafka, a moment after the catalog has it.
        JsonNode result = Awaitility.await()
                .until(
                        () -> ada().post(ServiceName.PRACTICE, "/api/v1/attempts", attempt),
                        answer -> answer.has("sequence"));
        assertThat(result.path("correct").asBoolean()).isEqualTo(right);
        return result.path("sequence").asLong();
    }

    private static ObjectNode answerTo(JsonNode key, boolean right) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        String type = key.path("type").asText();
        answer.put("type", type);
        switch (type) {
            case "single-choice" -> answer.put("choice", choices(key, right).getFirst());
            case "multiple-choice" -> choices(key, right).forEach(answer.putArray("choices")::add);
            case "short-text" ->
                answer.put("text", right ? key.path("accepted").get(0).asText() : "no idea");
            case "code-output" -> answer.put("text", right ? key.path("prints").asText() : "no idea");
            case "ordering" -> {
                List<String> order = texts(key, "id");
                (right ? order : order.reversed()).forEach(answer.putArray("order")::add);
            }
            case "rubric" -> {
                var met = answer.putArray("met");
                if (right) {
                    key.path("criteria")
                            .forEach(criterion -> met.add(criterion.path("name").asText()));
                }
            }
            default -> throw new AssertionError("The bank has an answer of type " + type);
        }
        return answer;
    }

    private static List<String> choices(JsonNode key, boolean right) {
        return StreamSupport.stream(key.path("choices").spliterator(), false)
                .filter(choice -> choice.path("correct").asBoolean() == right)
                .map(choice -> choice.path("id").asText())
                .toList();
    }

    private Map<String, JsonNode> whatAdaIsTold() throws IOException, InterruptedException {
        return Map.of(
                "weak topics", recommended("/weak-topics?after=15"),
                "beliefs", recommended("/beliefs?after=15"),
                "suggestions", recommended("/suggestions?count=10&after=15"),
                "attempts", ada().get(ServiceName.PRACTICE, "/api/v1/learners/me/attempts"),
                "session", ada().get(ServiceName.PRACTICE, "/api/v1/sessions/" + session));
    }

    /** What was recorded is the same to the letter; what is expected is nearly so, for seconds have passed and she forgets. */
    private static void requireSame(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after)
                .containsEntry("attempts", before.get("attempts"))
                .containsEntry("session", before.get("session"));
        List<JsonNode> believed =
                items(Objects.requireNonNull(before.get("beliefs"))).toList();
        List<JsonNode> believedAfter =
                items(Objects.requireNonNull(after.get("beliefs"))).toList();
        assertThat(believedAfter).hasSameSizeAs(believed);
        for (int i = 0; i < believed.size(); i++) {
            JsonNode expected = believed.get(i);
            JsonNode belief = believedAfter.get(i);
            for (String field : List.of("topic", "attempts", "last_answered_at")) {
                assertThat(belief.path(field).asText())
                        .isEqualTo(expected.path(field).asText());
            }
            assertThat(belief.path("mastery").asDouble())
                    .isCloseTo(expected.path("mastery").asDouble(), within(.03));
        }
    }

    private JsonNode recommended(String path) throws IOException, InterruptedException {
        return ada().get(ServiceName.RECOMMENDATION, "/api/v1/learners/me" + path);
    }

    private Api ada() throws IOException {
        return Api.learner("ada", data, portBase);
    }

    private static List<String> texts(JsonNode list, String field) {
        return items(list).map(item -> item.path(field).asText()).toList();
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.path("items").spliterator(), false);
    }
}
