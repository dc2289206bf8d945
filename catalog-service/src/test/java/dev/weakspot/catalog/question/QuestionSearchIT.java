package dev.weakspot.catalog.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weakspot.catalog.RunningCatalog;
import dev.weakspot.catalog.RunningCatalog.Reply;
import dev.weakspot.catalog.RunningCatalog.World;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    @CsvSource(delimiter = '|', textBlock = """
            q=querset                | querset  | queryset | lazy-1 lazy-2
            q=qeuryset+-twice        | qeuryset | queryset | lazy-1
            q=%22reech+twice%22      | reech    | reach    | lazy-2
            q=veiw                   | veiw     | view     | view-1 view-2
            q=veiw+OR+Iteratid       | iteratid | iterated | lazy-1 lazy-2 view-1 view-2
            """)
    void aMistypedWordIsReadAsTheOneThatIsMeant(String query, String typed, String readAs, String ids) {
        catalog.awaitCounts(4);

        Reply reply = catalog.get("/api/v1/questions?" + query, "learner");

        assertThat(reply.json().get("corrections").valueStream().map(JsonNode::toString))
                .contains("{\"typed\":\"%s\",\"read_as\":\"%s\"}".formatted(typed, readAs));
        assertThat(ids(reply)).containsExactlyInAnyOrder(ids.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"querysets", "the", "xylophone", "-querset", "viewpoint", "laxiness", "descripton", "queryset3"})
    void aWordIsLeftAsItIs(String word) {
        catalog.awaitCounts(4);

        Reply reply = catalog.get("/api/v1/questions?q=" + word, "learner");

        assertThat(reply.json().get("corrections")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                | orm 2, views 2 | definition 2, compare 1, how-to 1 | junior 3, senior 1 | -2..-1 1, -1..0 2, 1..2 1
            level=junior      | orm 2, views 1 | definition 2, how-to 1            | junior 3           | -2..-1 1, -1..0 2
            topic=views       | views 2        | compare 1, how-to 1               | junior 1, senior 1 | -1..0 1, 1..2 1
            min_difficulty=0  | views 1        | compare 1                         | senior 1           | 1..2 1
            q=twice           | orm 1          | definition 1                      | junior 1           | -2..-1 1
            q=nothingness     | ~~             | ~~                                | ~~                 | ~~
            """)
    void whatIsFoundIsCounted(String query, String topics, String kinds, String levels, String difficulties) {
        catalog.awaitCounts(4);

        JsonNode facets = catalog.get("/api/v1/questions?facets=true&size=1&" + query, "learner")
                .json()
                .get("facets");

        assertThat(counts(facets.get("topic"))).isEqualTo(topics);
        assertThat(counts(facets.get("kind"))).isEqualTo(kinds);
        assertThat(counts(facets.get("level"))).isEqualTo(levels);
        assertThat(facets.get("difficulty")
                        .valueStream()
                        .map(band -> "%d..%d %d"
                                .formatted(
                                        band.get("from").asInt(),
                                        band.get("to").asInt(),
                                        band.get("questions").asInt()))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(difficulties);
        assertThat(facets.get("complete").asBoolean()).isTrue();
    }

    @Test
    void aWordThatStandsInMostOfALargeBankIsNotCountedToTheEnd() {
        try (RunningCatalog large = startLargeBank()) {
            JsonNode found = large.get("/api/v1/questions?q=common&facets=true", "learner")
                    .json();

            assertThat(found.get("total").asInt()).isEqualTo(SearchQuestions.MOST_RANKED);
            assertThat(found.get("total_is_exact").asBoolean()).isFalse();
            assertThat(found.at("/facets/complete").asBoolean()).isFalse();
            assertThat(counts(found.at("/facets/level"))).isEqualTo("junior 5000");
        }
    }

    @Test
    void theFirstByIdAreRankedWhateverLiesFirstInTheDatabase() {
        try (RunningCatalog large = startLargeBank()) {
            Reply reply = large.get("/api/v1/questions?q=common&size=2", "learner");

            assertThat(ids(reply)).containsExactly("q-998", "q-1");
        }
    }

    @Test
    void allThatFitAFilterAreCountedInALargeBank() {
        try (RunningCatalog large = startLargeBank()) {
            JsonNode found = large.get("/api/v1/questions?topic=orm&facets=true", "learner")
                    .json();

            assertThat(found.get("total").asInt()).isEqualTo(5001);
            assertThat(found.get("total_is_exact").asBoolean()).isTrue();
            assertThat(found.at("/facets/complete").asBoolean()).isFalse();
        }
    }

    /** One question more than is ranked, the last by id first; "common" weighs most in the last two by id. */
    private static RunningCatalog startLargeBank() {
        RunningCatalog large = World.create().start();
        large.world().execute("""
                insert into question (id, current_version) select 'q-' || n, 1 from generate_series(1, 5001) as n;
                insert into question_version (question_id, version, content, published_at)
                select id, 1, '%s', now() from question;
                insert into listed_question
                select id, 1, 'definition', 'junior', 0, '{orm}',
                       setweight(to_tsvector('english', 'common'), case when id >= 'q-998' then 'A' else 'D' end::"char")
                  from question order by id desc
                """.formatted(Bodies.LAZY));
        return large;
    }

    @Test
    void aSearchFindsWhatIsPublishedNow() {
        try (RunningCatalog changing = World.create().start()) {
            String topic = "{\"slug\":\"orm\",\"title\":\"T\",\"group\":\"G\",\"prerequisites\":[]}";
            changing.put("/api/v1/topics/orm", topic, "author");
            changing.put("/api/v1/questions/q/versions/1", Bodies.LAZY, "author");

            String next = Bodies.LAZY.replace("reach the", "vanish from the");
            changing.put("/api/v1/questions/q/versions/2", next, "author");
            assertThat(ids(changing.get("/api/v1/questions?q=vanish", "learner")))
                    .containsExactly("q");
            assertThat(ids(changing.get("/api/v1/questions?q=reach", "learner")))
                    .isEmpty();

            changing.delete("/api/v1/questions/q", "author");
            assertThat(ids(changing.get("/api/v1/questions?q=vanish", "learner")))
                    .isEmpty();

            changing.put("/api/v1/questions/q/versions/3", next, "author");
            assertThat(ids(changing.get("/api/v1/questions?q=vanish", "learner")))
                    .containsExactly("q");
        }
    }

    @Test
    void nothingIsCountedUnasked() {
        assertThat(catalog.get("/api/v1/questions", "learner").json().has("facets"))
                .isFalse();
    }

    @Test
    void aSearchFindsOutNothingOfTheAnswerKey() {
        JsonNode key = catalog.get("/api/v1/questions/lazy-1", "author").json();
        Stream<String> secrets = Stream.of(
                        key.at("/answer/choices/0/why").asText(),
                        key.get("explanation").asText(),
                        key.get("assesses").asText())
                .flatMap(text -> Stream.of(text.split("\\W+")))
                .filter(word -> !Set.of("a", "is", "the", "Whether", "queryset").contains(word));

        assertThat(secrets).hasSizeGreaterThan(5).allSatisfy(word -> {
            Reply reply = catalog.get("/api/v1/questions?q=" + word, "learner");
            assertThat(ids(reply)).isEmpty();
            assertThat(reply.json().get("corrections")).isEmpty();
        });
    }

    @Test
    void questionsArePaged() {
        Reply second = catalog.get("/api/v1/questions?page=1&size=3", "learner");

        assertThat(second.json().at("/items/0/question_id").asText()).isEqualTo("view-2");
        assertThat(second.json().get("items")).hasSize(1);
        assertThat(second.body()).contains("\"page\":1,\"size\":3,\"total\":4,\"total_is_exact\":true");
    }

    @Test
    void pagesOfATextFollowEachOther() {
        List<String> pages = IntStream.range(0, 3)
                .mapToObj(page -> catalog.get("/api/v1/questions?q=iterated+or+twice&size=2&page=" + page, "learner"))
                .flatMap(page -> ids(page).stream())
                .toList();

        assertThat(pages).containsExactly("lazy-2", "lazy-1", "view-1", "view-2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            size=101          | must be less than or equal to 100
            size=0            | must be greater than or equal to 1
            page=-1           | must be greater than or equal to 0
            page=many         | cannot be read
            kind=haiku        | kind must be one of definition, compare, how-to,
            kind=how-to,haiku | kind must be one of definition, compare, how-to,
            level=guru        | level must be one of junior, mid, senior
            topic=Not+a+topic | a topic's slug has
            min_difficulty=5  | must be less than or equal to 4
            q=too-long          | size must be between 0 and 200
            """)
    void aSearchIsCorrectedByName(String query, String message) {
        Reply reply = catalog.get("/api/v1/questions?" + query.replace("too-long", "a".repeat(201)), "learner");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("invalid-request");
        assertThat(reply.body())
                .contains("{\"field\":\"" + query.replaceAll("=.*", "") + "\",\"message\":\"" + message);
    }

    private static String counts(JsonNode facet) {
        return facet.valueStream()
                .map(count -> count.get("value").asText() + " " + count.get("questions"))
                .collect(Collectors.joining(", "));
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
