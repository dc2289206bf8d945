package dev.weakspot.catalog.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.KafkaRecords;
import dev.weakspot.catalog.RunningCatalog;
import dev.weakspot.catalog.RunningCatalog.Reply;
import dev.weakspot.catalog.RunningCatalog.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsIT {

    private final World world = World.create();
    private final RunningCatalog catalog = world.start();

    @AfterEach
    void stop() {
        catalog.close();
    }

    @Test
    void aTopicIsMadeOnceThenChangedThenLeftAlone() {
        assertThat(put("loops", "Loops").status()).isEqualTo(201);
        assertThat(put("loops", "Loops and iteration").status()).isEqualTo(200);
        assertThat(put("loops", "Loops and iteration").status()).isEqualTo(200);

        assertThat(KafkaRecords.ids(KafkaRecords.of(world, "catalog.topics.v1")))
                .containsExactly("topic/loops/1", "topic/loops/2");
        assertThat(catalog.get("/api/v1/topics/loops", "learner").body())
                .isEqualTo("{\"slug\":\"loops\",\"title\":\"Loops and iteration\",\"group\":\"Any group\","
                        + "\"prerequisites\":[]}");
    }

    @Test
    void topicsArePagedByGroupAndTitle() {
        put("b", "Beta");
        put("a", "Omega");
        put("c", "Gamma");

        Reply page = catalog.get("/api/v1/topics?page=1&size=1", "learner");

        assertThat(page.json().at("/items/0/title").asText()).isEqualTo("Gamma");
        assertThat(page.body()).endsWith("\"page\":1,\"size\":1,\"total\":3}");
    }

    @Test
    void prerequisitesMustExist() {
        Reply reply = put("loops", "Loops", "variables", "lists");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("unknown-prerequisites");
        assertThat(reply.json().get("detail").asText())
                .isEqualTo("These prerequisites are no topics: lists, variables.");
    }

    @Test
    void prerequisitesMustNotLeadBack() {
        put("a", "A");
        put("b", "B", "a");
        put("c", "C", "b");

        Reply reply = put("a", "A", "c");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("prerequisite-cycle");
        assertThat(reply.json().get("detail").asText()).contains("a → c → b → a");
        assertThat(KafkaRecords.of(world, "catalog.topics.v1")).hasSize(3);
    }

    @Test
    void addressAndBodyNameTheSameTopic() {
        Reply reply = catalog.put("/api/v1/topics/lists", body("loops", "Loops"), "author");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("slug-mismatch");
    }

    @Test
    void whatIsNotThereIsNamed() {
        Reply reply = catalog.get("/api/v1/topics/nowhere", "learner");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.problem()).isEqualTo("unknown-topic");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "title":"Loops" | "title":" "      | {"field":"title","message":"must not be blank"}
            "title":"Loops" | "name":"Loops"   | {"field":"title"
            "slug":"loops"  | "slug":"Loops!"  | a topic's slug has 1 to 80 of
            "slug":"loops"  | "name":"loops"   | {"field":"slug"
            []              | ["loops"]        | a topic cannot be its own prerequisite
            []              | ["Not a slug"]   | a topic's slug has 1 to 80 of
            """)
    void aBodyIsCorrectedByName(String of, String to, String violation) {
        Reply reply = catalog.put("/api/v1/topics/loops", body("loops", "Loops").replace(of, to), "author");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("invalid-request");
        assertThat(reply.body()).contains(violation);
    }

    private Reply put(String slug, String title, String... prerequisites) {
        return catalog.put("/api/v1/topics/" + slug, body(slug, title, prerequisites), "author");
    }

    private static String body(String slug, String title, String... prerequisites) {
        String list = prerequisites.length == 0 ? "[]" : "[\"" + String.join("\",\"", prerequisites) + "\"]";
        return "{\"slug\":\"%s\",\"title\":\"%s\",\"group\":\"Any group\",\"prerequisites\":%s}"
                .formatted(slug, title, list);
    }
}
