package dev.weakspot.catalog.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.RunningCatalog;
import dev.weakspot.catalog.RunningCatalog.Reply;
import dev.weakspot.catalog.RunningCatalog.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking for questions, in one catalog that no test changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionSearchIT {

    private final RunningCatalog catalog = World.create().start();

    @BeforeAll
    void publish() {
        for (String slug : List.of("orm", "views")) {
            String topic = "{\"slug\":\"%s\",\"title\":\"T\",\"group\":\"G\",\"prerequisites\":[]}".formatted(slug);
            catalog.put("/api/v1/topics/" + slug, topic, "author");
        }
        String lazy = Bodies.LAZY;
        put("lazy-1", lazy);
        put("lazy-2", lazy.replace("reach the", "reach twice the").replace("-0.5", "-1.5"));
        String view = lazy.replace("queryset reach the database", "view return").replace("[\"orm\"],", "[\"views\"],");
        put("view-1", view.replace("\"definition\"", "\"how-to\""));
        put(
                "view-2",
                view.replace("\"definition\"", "\"compare\"")
                        .replace("junior", "senior")
                        .replace("-0.5", "1"));
    }

    @AfterAll
    void stop() {
        catalog.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                  | lazy-1 lazy-2 view-1 view-2
            topic=views                         | view-1 view-2
            topic=views&topic=orm               | lazy-1 lazy-2 view-1 view-2
            topic=views,orm                     | lazy-1 lazy-2 view-1 view-2
            topic=nothing                       | ~~
            kind=how-to                         | view-1
            kind=how-to&kind=compare            | view-1 view-2
            level=senior                        | view-2
            topic=views&level=junior            | view-1
            min_difficulty=0                    | view-2
            max_difficulty=-1                   | lazy-2
            min_difficulty=-1&max_difficulty=0  | lazy-1 view-1
            q=queryset                          | lazy-1 lazy-2
            q=querysets                         | lazy-1 lazy-2
            q=queryset+-twice                   | lazy-1
            q=%22reach+twice%22                 | lazy-2
            q=view+or+twice                     | lazy-2 view-1 view-2
            q=iterated                          | lazy-1 lazy-2 view-1 view-2
            q=views                             | view-1 view-2
            q=%22%27%3A%26%21%28                | ~~
            """)
    void questionsAreFoundByWhatIsAsked(String query, String ids) {
        Reply reply = catalog.get("/api/v1/questions?" + query, "learner");

        List<String> found = ids(reply);
        assertThat(found).containsExactlyInAnyOrder(ids.isEmpty() ? new String[0] : ids.split(" "));
        assertThat(reply.json().get("total").asInt()).isEqualTo(found.size());
    }

    @Test
    void theStemCountsMoreThanAHint() {
        Reply reply = catalog.get("/api/v1/questions?q=return", "learner");

        assertThat(ids(reply)).containsExactly("view-1", "view-2", "lazy-1", "lazy-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"building", "description", "laziness"})
    void aSearchFindsOutNothingOfTheAnswerKey(String wordOfTheKey) {
        Reply reply = catalog.get("/api/v1/questions?q=" + wordOfTheKey, "learner");

        assertThat(ids(reply)).isEmpty();
    }

    @Test
    void questionsArePaged() {
        Reply second = catalog.get("/api/v1/questions?page=1&size=3", "learner");

        assertThat(second.json().at("/items/0/question_id").asText()).isEqualTo("view-2");
        assertThat(second.json().get("items")).hasSize(1);
        assertThat(second.body()).endsWith("\"page\":1,\"size\":3,\"total\":4}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=101",
                "size=0",
                "page=-1",
                "page=many",
                "kind=haiku",
                "level=guru",
                "topic=Not+a+topic",
                "min_difficulty=5"
            })
    void aSearchIsCorrectedByName(String query) {
        Reply reply = catalog.get("/api/v1/questions?" + query, "learner");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("invalid-request");
        assertThat(reply.body()).contains("\"field\":\"" + query.replaceAll("=.*", ""));
    }

    private static List<String> ids(Reply reply) {
        return reply.json()
                .get("items")
                .valueStream()
                .map(item -> item.get("question_id").asText())
                .toList();
    }

    private void put(String id, String body) {
        catalog.put("/api/v1/questions/" + id + "/versions/1", body, "author");
    }
}
