package dev.weakspot.catalog.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.weakspot.catalog.RunningCatalog;
import dev.weakspot.catalog.RunningCatalog.World;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer reaches anybody but authors: proved over the JSON of every question of the real bank and of the test bank. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerKeyStaysSecretIT {

    /** What a question without its key is made of; a new field must be thought about here. */
    private static final Set<String> PUBLIC_FIELDS = Set.of(
            "question_id",
            "version",
            "kind",
            "level",
            "difficulty",
            "expected_seconds",
            "topics",
            "topic_weights",
            "applies_to",
            "assesses",
            "stem",
            "hints",
            "how_to_answer",
            "answer_type",
            "choices",
            "items",
            "licence",
            "published_at");

    /** The test bank has what the real one may lack: each type of answer, and every optional field. */
    private final RunningCatalog catalog = World.create().start(Map.of("weakspot.bank.folder", testBank()));

    @BeforeAll
    void awaitTheBank() {
        await().untilAsserted(() -> assertThat(catalog.get("/api/v1/bank", "author")
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("loaded"));
    }

    @AfterAll
    void stop() {
        catalog.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner", "analyst"})
    void aListTellsNoAnswer(String role) {
        List<JsonNode> withKeys = list("author");

        List<JsonNode> withoutKeys = list(role);

        assertThat(withoutKeys).hasSameSizeAs(withKeys).hasSizeGreaterThan(60);
        for (int index = 0; index < withKeys.size(); index++) {
            assertThat(leaks(withKeys.get(index), withoutKeys.get(index))).isEmpty();
        }
    }

    @Test
    void aSingleQuestionTellsNoAnswer() {
        assertThat(list("author")).allSatisfy(withKey -> {
            String path = "/api/v1/questions/" + withKey.get("question_id").asText();
            String version = path + "/versions/" + withKey.get("version");

            assertThat(leaks(withKey, catalog.get(path, "learner").json())).isEmpty();
            assertThat(leaks(
                            withKey,
                            catalog.get(version, "learner", "analyst", "ops").json()))
                    .isEmpty();
        });
    }

    @Test
    void thePageAroundThemHasNoOtherFields() {
        JsonNode page = catalog.get("/api/v1/questions?size=1", "learner").json();
        JsonNode counted =
                catalog.get("/api/v1/questions?size=1&facets=true", "learner").json();

        assertThat(page.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("items", "page", "size", "total", "total_is_exact", "corrections");
        assertThat(counted.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("items", "page", "size", "total", "total_is_exact", "corrections", "facets");
        assertThat(counted.get("facets").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("topic", "kind", "level", "difficulty", "complete");
    }

    /** They are what a mistyped word is read as, and so what anybody can find out by mistyping. */
    @Test
    void everyWordThatASearchMaySuggestStandsInWhatALearnerSees() {
        List<JsonNode> seen = list("learner");

        List<String> words = await().until(
                        () -> catalog.world().column("select word from listed_word"), found -> found.size() > 1_000);

        assertThat(wordsIn(seen)).containsAll(words);
    }

    @Test
    void everyTypeOfAnswerIsAmongThem() {
        assertThat(list("author"))
                .extracting(withKey -> withKey.at("/answer/type").asText())
                .contains("single-choice", "multiple-choice", "short-text", "code-output", "ordering", "rubric");
    }

    @Test
    void theCheckWouldNotice() {
        assertThat(list("author"))
                .allSatisfy(withKey -> assertThat(leaks(withKey, withKey)).isNotEmpty());
    }

    private static String testBank() {
        try {
            URL folder = Objects.requireNonNull(AnswerKeyStaysSecretIT.class.getResource("/test-bank"));
            return Path.of(folder.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<JsonNode> list(String role) {
        List<JsonNode> questions = new ArrayList<>();
        JsonNode page;
        do {
            page = catalog.get("/api/v1/questions?size=50&page=" + questions.size() / 50, role)
                    .json();
            page.get("items").forEach(questions::add);
        } while (questions.size() < page.get("total").asInt());
        return questions;
    }

    private static Set<String> wordsIn(List<JsonNode> questions) {
        Set<String> words = new HashSet<>();
        for (JsonNode question : questions) {
            texts(question)
                    .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("\\P{L}+")))
                    .forEach(words::add);
        }
        return words;
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual() ? Stream.of(node.asText()) : node.valueStream().flatMap(AnswerKeyStaysSecretIT::texts);
    }

    /** What a reader learns who should not: fields nobody thought of, and texts of the key wherever they appear. */
    private static Set<String> leaks(JsonNode withKey, JsonNode seen) {
        Set<String> leaks = new TreeSet<>();
        seen.fieldNames().forEachRemaining(leaks::add);
        leaks.removeAll(PUBLIC_FIELDS);
        seen.path("choices").forEach(choice -> choice.fieldNames().forEachRemaining(leaks::add));
        seen.path("items").forEach(item -> item.fieldNames().forEachRemaining(leaks::add));
        leaks.removeAll(Set.of("id", "text"));

        if (ids(withKey.at("/answer/items")).size() > 1
                && ids(withKey.at("/answer/items")).equals(ids(seen.path("items")))) {
            leaks.add("the right order");
        }
        String elsewhere = withoutWhatTheQuestionItselfSays(withKey, seen);
        for (String secret : secrets(withKey)) {
            if (elsewhere.contains(quoted(secret)) || (secret.length() > 8 && elsewhere.contains(inside(secret)))) {
                leaks.add(secret);
            }
        }
        return leaks;
    }

    /** A stem or a choice may well use a word that is an answer too; only these texts may. */
    private static String withoutWhatTheQuestionItselfSays(JsonNode withKey, JsonNode seen) {
        ObjectNode rest = seen.deepCopy();
        for (String field : List.of("stem", "hints", "question_id", "topics", "kind", "level")) {
            if (seen.path(field).equals(withKey.path(field))) {
                rest.remove(field);
            }
        }
        for (String field : List.of("assesses", "how_to_answer")) {
            if (seen.path(field).equals(withKey.path(field))
                    && withKey.at("/answer/type").asText().equals("rubric")) {
                rest.remove(field);
            }
        }
        rest.path("choices").forEach(choice -> ((ObjectNode) choice).remove("text"));
        rest.path("items").forEach(item -> ((ObjectNode) item).remove("text"));
        return rest.toString();
    }

    private static List<String> secrets(JsonNode withKey) {
        List<String> secrets = new ArrayList<>();
        secrets.add(withKey.get("explanation").asText());
        withKey.get("sources").forEach(source -> secrets.add(source.asText()));
        JsonNode answer = withKey.get("answer");
        for (JsonNode choice : answer.path("choices")) {
            secrets.add(choice.path("why").asText());
        }
        for (JsonNode item : answer.path("items")) {
            secrets.add(item.path("why").asText());
        }
        secrets.add(withKey.path("how_to_answer").asText());
        answer.path("accepted").forEach(accepted -> secrets.add(accepted.asText()));
        answer.path("outline").forEach(point -> secrets.add(point.asText()));
        answer.path("criteria")
                .forEach(criterion -> secrets.add(criterion.get("text").asText()));
        secrets.add(answer.path("why").asText());
        secrets.add(answer.path("prints").asText());
        secrets.add(answer.path("model_answer").asText());
        secrets.removeIf(String::isEmpty);
        return secrets;
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream().map(item -> item.path("id").asText()).toList();
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    private static String inside(String text) {
        return quoted(text).substring(1, quoted(text).length() - 1);
    }
}
