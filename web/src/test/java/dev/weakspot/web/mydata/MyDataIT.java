package dev.weakspot.web.mydata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weakspot.web.FrontDoor;
import dev.weakspot.web.FrontDoor.Guest;
import dev.weakspot.web.Neighbour;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MyDataIT {

    private static final String PASSWORD = "four words in a row";

    private final Neighbour services = Neighbour.moveIn();
    private final FrontDoor door = FrontDoor.before(services);
    private final String name = "n" + UUID.randomUUID().toString().substring(0, 12);
    private Guest ada = door.guest();

    @BeforeEach
    void signUp() {
        ada = door.guest();
        ada.signUp(name, PASSWORD);
        services.says(
                        "GET /learners/me/beliefs",
                        200,
                        "{\"as_of\":{\"model\":\"lean/1@7\"},\"items\":[{\"topic\":\"http\"}]}")
                .says(
                        "GET /learners/me/goal",
                        200,
                        "{\"day\":\"2026-12-24\",\"minutes_per_day\":20,\"from_the_future\":1}")
                .says("GET /learners/me/sessions", 200, "{\"items\":[{\"session_id\":\"s1\"}]}")
                .says("GET /learners/me/attempts", 200, attempts(600, 401, "401"))
                .says("GET /learners/me/attempts?cursor=401", 200, attempts(400, 201, "201"))
                .says("GET /learners/me/attempts?cursor=201", 200, attempts(200, 1, null));
    }

    @AfterEach
    void close() {
        door.close();
        services.close();
    }

    private static String attempts(int from, int to, @Nullable String next) {
        String items = IntStream.rangeClosed(0, from - to)
                .map(i -> from - i)
                .mapToObj("""
                        {"sequence":%d,"topics":["http","forms"],"answer":{"type":"short-text","text":"=1, \\"so\\"\\n"},"score":0.5}"""::formatted)
                .collect(Collectors.joining(","));
        return "{\"items\":[" + items + "]" + (next == null ? "" : ",\"next_cursor\":\"" + next + "\"") + "}";
    }

    @Test
    void everythingIsHandedOutInOneDocument() throws IOException {
        HttpResponse<String> response = ada.get("/my-data/everything.json");

        assertThat(response.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment; filename=\"weakspot-everything-20")
                .contains(".json\"");
        JsonNode document = read(response);
        assertThat(sequences(document)).hasSize(600).startsWith(600).endsWith(1).doesNotHaveDuplicates();
        assertThat(at(document, "account", "name").getStringValue()).isEqualTo(name);
        assertThat(at(document, "sign_ins").size()).isEqualTo(1);
        assertThat(at(document, "sessions").size()).isEqualTo(1);
        assertThat(at(document, "beliefs", "as_of", "model").getStringValue()).isEqualTo("lean/1@7");
        assertThat(at(document, "goal", "from_the_future").getIntValue()).isEqualTo(1);
        assertThat(response.body()).endsWith("\"complete\": true\n}\n");
    }

    @Test
    void nothingToSignInWithIsHandedOut() throws SQLException {
        String document = ada.get("/my-data/everything.json").body();

        assertThat(document).doesNotContain("argon2", ada.cookies().getFirst().getValue());
        assertThat(door.contentOf("(select token_hash, csrf from sign_in) as secrets")
                        .lines())
                .isNotEmpty()
                .noneMatch(document::contains);
    }

    @Test
    void whoHasNoGoalGetsADocumentWithoutOne() throws IOException {
        services.says("GET /learners/me/goal", 404, "{}");

        JsonNode document = read(ada.get("/my-data/everything.json"));

        assertThat(at(document, "goal").isNull()).isTrue();
    }

    @Test
    void answersAreHandedOutAsATable() {
        HttpResponse<String> response = ada.get("/my-data/attempts.csv");

        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        assertThat(response.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment; ");
        List<String> rows = response.body().lines().toList();
        assertThat(rows).hasSize(601);
        assertThat(rows.getFirst()).startsWith("sequence,attempt_id,");
        assertThat(rows.get(1))
                .isEqualTo(
                        "600,,,,,,,http forms,"
                                + "\"{\"\"type\"\":\"\"short-text\"\",\"\"text\"\":\"\"=1, \\\"\"so\\\"\"\\n\"\"}\",0.5,,,,,,,,");
        assertThat(rows.getLast()).startsWith("1,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my-data/everything.json", "/my-data/attempts.csv"})
    void whenAServiceGoesAwayInTheMiddleTheTransferBreaksOff(String path) {
        services.says("GET /learners/me/attempts?cursor=201", 503, "{}");

        assertThatThrownBy(() -> ada.get(path)).hasCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my-data/everything.json", "/my-data/attempts.csv"})
    void whenAServiceIsAwayFromTheStartAPageSaysSo(String path) {
        services.says("GET /learners/me/attempts", 503, "{}");

        HttpResponse<String> response = ada.get(path);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/html");
    }

    @Test
    void pagesAreAskedForOneAfterTheOther() {
        ada.get("/my-data/attempts.csv");

        assertThat(services.requests())
                .filteredOn(request -> request.contains("/attempts"))
                .containsExactly(
                        "GET /learners/me/attempts?limit=200 ",
                        "GET /learners/me/attempts?cursor=401&limit=200 ",
                        "GET /learners/me/attempts?cursor=201&limit=200 ");
    }

    @Test
    void thePageSaysWhatIsKeptWithoutAnyService() {
        services.close();

        HttpResponse<String> response = ada.get("/my-data");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains(name, "/my-data/everything.json");
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        return Objects.requireNonNull(JsonMapper.createDefault().readValue(response.body(), JsonNode.class));
    }

    private static List<Integer> sequences(JsonNode document) {
        return StreamSupport.stream(at(document, "attempts").values().spliterator(), false)
                .map(attempt -> at(attempt, "sequence").getIntValue())
                .toList();
    }

    private static JsonNode at(JsonNode node, String... path) {
        JsonNode found = node;
        for (String name : path) {
            found = Objects.requireNonNull(found.get(name), name);
        }
        return found;
    }
}
