package dev.weakspot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller reads when something goes wrong, over real HTTP. */
@MicronautTest
class ProblemJsonIT {

    private static final String VALID_ORDER = """
            {"order_id": "7d444840-9dc0-11d1-b245-5ffdce74fad2", "dish_names": ["soup"], "tip": {"percent": 5}}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmbeddedServer server;

    ProblemJsonIT(EmbeddedServer server) {
        this.server = server;
    }

    @Test
    void aRefusalSaysItsNameAndNothingElse() throws Exception {
        HttpResponse<String> response = get("/kitchen/refuses");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(response.body())
                .isEqualTo(
                        "{\"type\":\"https://weakspot.dev/problems/unknown-dish\",\"title\":\"There is no such dish\","
                                + "\"status\":404,\"detail\":\"No dish is called haggis\"}");
    }

    @Test
    void aRefusalThatPassesSaysWhenToComeAgain() throws Exception {
        HttpResponse<String> response = get("/kitchen/is-full");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).hasValue("1");
    }

    @Test
    void aBreakageTellsTheCallerNothing() throws Exception {
        HttpResponse<String> response = get("/kitchen/burns");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/kitchen/water-is-off", "/kitchen/all-taps-are-taken", "/kitchen/water-is-off-later"})
    void whileTheDatabaseIsAwayTheCallerIsToldToComeAgain(String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).hasValue("1");
        assertThat(response.body()).contains("/problems/database-away");
    }

    @Test
    void aStatementThatTheDatabaseCannotReadIsABreakage() throws Exception {
        assertThat(get("/kitchen/pipe-is-broken").statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "snappy", "br", "no-such"})
    void aBodyIsNotEncoded(String encoding) throws Exception {
        HttpResponse<String> response = post(VALID_ORDER, "Content-Encoding", encoding);

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void whatTheFrameworkRefusesWithoutAWordIsAProblemToo() throws Exception {
        HttpResponse<String> response = post(VALID_ORDER, "Origin", "http://elsewhere.example");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/kitchen/guests?partySize=%00", "/kitchen/%00", "/kitchen/guests?x=a%00b"})
    void anAddressHasNoNul(String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("/problems/invalid-request", "NUL");
    }

    @Test
    void whoBringsNoTokenIsToldWhatToBring() throws Exception {
        HttpResponse<String> response = get("/kitchen/cellar");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("www-authenticate")).hasValue("Bearer realm=\"weakspot\"");
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /kitchen/guests                  | party_size | is required
            /kitchen/guests?partySize=many   | party_size | cannot be read
            /kitchen/guests?partySize=9      | party_size | must be less than or equal to 8
            /kitchen/dishes?q=haggis         | q          | size must be between 0 and 5
            /kitchen/dishes?for=many         | for        | cannot be read
            /kitchen/menu?courses=soup&courses=ratatouille | courses | size must be between 0 and 9
            """)
    void aQueryIsCorrectedByName(String path, String field, String message) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("/problems/invalid-request")
                .contains("\"violations\":[{\"field\":\"" + field + "\",\"message\":\"" + message + "\"}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "7d444840-9dc0-11d1-b245-5ffdce74fad2" | "seven"       | order_id      | cannot be read
            "order_id"                             | "nobody"      | order_id      | must not be null
            "soup"                                 | 1,2,3,4       | dish_names    | size must be between 0 and 3
            "soup"                                 | "bouillabaisse" | dish_names[0] | size must be between 0 and 9
            "percent": 5                           | "percent": -1 | body          | percent must not be negative
            "soup"                                 | "so\\u0000p" | dish_names[0] | must not contain NUL characters or lone surrogates
            "soup"                                 | "so\\ud83dp" | dish_names[0] | must not contain NUL characters or lone surrogates
            "soup"                                 | "so\\udd83p" | dish_names[0] | must not contain NUL characters or lone surrogates
            """)
    void aBodyIsCorrectedByName(String of, String to, String field, String message) throws Exception {
        HttpResponse<String> response = post(VALID_ORDER.replace(of, to));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("{\"field\":\"" + field + "\",\"message\":\"" + message + "\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"order_id":
            []
            null
            "soup"
            {"order_id": 1e999999999, "dish_names": {}}
            """)
    void aBodyThatIsNoOrderIsABadRequest(String body) throws Exception {
        HttpResponse<String> response = post(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(response.body()).doesNotContain("dev.weakspot.problem").doesNotContain("java.");
    }

    @Test
    void theFrameworksOwnErrorsHaveTheSameBody() throws Exception {
        assertThat(get("/nowhere").body()).contains("\"type\":\"about:blank\"", "\"status\":404");
        assertThat(get("/kitchen/orders").body()).contains("\"type\":\"about:blank\"", "\"status\":405");
        assertThat(post("\"" + "x".repeat(3000) + "\"").body())
                .contains("\"type\":\"about:blank\"", "\"status\":413", "A body has 2000 bytes at most.");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.getURI().resolve(URI.create(path)))
                        .header("Accept", "text/html, */*;q=0.8")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return post(body, "Content-Language", "en");
    }

    private HttpResponse<String> post(String body, String header, String value)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.getURI().resolve("/kitchen/orders"))
                        .header("Content-Type", "application/json")
                        .header(header, value)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
