package dev.weakspot.web.practise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.FrontDoor;
import dev.weakspot.web.FrontDoor.Guest;
import dev.weakspot.web.Neighbour;
import dev.weakspot.web.page.Language;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PractiseIT {

    private static final String SET = "00000000-0000-0000-0000-000000000001";
    private static final String ATTEMPT = "00000000-0000-0000-0000-000000000002";
    private static final String ANSWERED = "{\"score\":1,\"correct\":true,\"sequence\":7}";

    private final Neighbour services = Neighbour.moveIn();
    private final FrontDoor door = FrontDoor.before(services);
    private final Guest ada = door.guest();

    @BeforeEach
    void signUp() {
        ada.signUp("ada", "four words in a row");
        services.says("GET /topics", 200, "{\"items\":[]}")
                .says("GET /questions/order/versions/1", 200, """
                        {"question_id":"order","version":1,"kind":"how-to","level":"mid","expected_seconds":60,
                         "topics":["http"],"stem":"In which order?","answer_type":"ordering",
                         "items":[{"id":"a","text":"A"},{"id":"b","text":"B"}]}""")
                .says("GET /sessions/" + SET, 200, set("running", "null"));
        ada.get("/practise/" + SET);
    }

    @AfterEach
    void close() {
        door.close();
        services.close();
    }

    /** A set of one question. */
    private static String set(String status, String answered) {
        return """
                {"session_id":"%s","status":"%s","size":1,"topic":"http","started_at":"2026-11-21T10:00:00Z","next":%s,
                 "items":[{"position":1,"attempt_id":"%s","question_id":"order","question_version":1,
                           "topics":["http"],"chosen_by":"learner","answered":%s}]}""".formatted(SET, status, answered.equals("null") ? "1" : "null", ATTEMPT, answered);
    }

    private static String attempt() {
        return """
                {"attempt_id":"%s","sequence":7,"question_id":"order","question_version":1,"score":1,"correct":true,
                 "answer":{"type":"ordering","order":["a","b"]},"graded_by":"key","feedback":[],"explanation":"","recorded_at":"2026-11-21T10:01:00Z"}""".formatted(ATTEMPT);
    }

    @Test
    void anAnswerWithSomethingWrongIsAskedForAgainAndKept() {
        HttpResponse<String> response = ada.post("/practise/" + SET + "/1", "place_a=2", "place_b=2", "certainty=0.75");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains(Language.ENGLISH.text("question.each-once"))
                .containsPattern("name=\"place_a\"[^>]* value=\"2\"")
                .containsPattern("value=\"0.75\" checked");
    }

    @Test
    void whatIsMissingIsNotCalledTwice() {
        HttpResponse<String> response = ada.post("/practise/" + SET + "/1", "place_a=2");

        assertThat(response.body())
                .contains(Language.ENGLISH.text("question.incomplete"))
                .doesNotContain(Language.ENGLISH.text("question.each-once"));
    }

    @Test
    void whoeverAnsweredOtherwiseInAnotherTabIsToldWhichAnswerCounts() {
        services.says("POST /attempts", 409, "{\"type\":\"https://weakspot.dev/problems/attempt-id-taken\"}")
                .says("GET /attempts/" + ATTEMPT, 200, attempt());
        HttpResponse<String> same = ada.post("/practise/" + SET + "/1", "place_a=1", "place_b=2");
        HttpResponse<String> other = ada.post("/practise/" + SET + "/1", "place_a=2", "place_b=1");
        services.says("GET /sessions/" + SET, 200, set("completed", ANSWERED));

        String feedback = ada.get(locationOf(other)).body();

        assertThat(same.headers().firstValue("location")).contains("/practise/" + SET + "/1");
        assertThat(feedback).contains(Language.ENGLISH.text("feedback.already"));
        assertThat(ada.get("/practise/" + SET + "/1").body()).doesNotContain(Language.ENGLISH.text("feedback.already"));
    }

    @Test
    void aSetThatIsShorterThanWantedSaysSo() {
        services.says("POST /sessions", 201, set("running", "null"));

        HttpResponse<String> asked = ada.post("/practise", "size=5", "topic=http");
        HttpResponse<String> enough = ada.post("/practise", "size=1", "topic=http");

        String text = Language.ENGLISH.text("question.short", 1);
        assertThat(ada.get(locationOf(asked)).body()).contains(text);
        assertThat(ada.get(locationOf(enough)).body()).doesNotContain(text);
    }

    @Test
    void aSetToWhichNothingCanBeAddedSaysSo() {
        services.says("POST /sessions/" + SET + "/items", 200, set("running", ANSWERED));
        services.says("GET /sessions/" + SET, 200, set("running", ANSWERED).replace("\"size\":1", "\"size\":10"));
        HttpResponse<String> more = ada.post("/practise/" + SET + "/more");
        services.says("GET /sessions/" + SET, 200, set("running", ANSWERED));

        assertThat(ada.get(locationOf(more)).body()).contains(Language.ENGLISH.text("question.short", 1));
    }

    @Test
    void whatIsNoIdIsNoPage() {
        assertThat(ada.get("/practise/nonsense").statusCode()).isEqualTo(404);
        assertThat(ada.get("/practise/" + SET + "/first").statusCode()).isEqualTo(404);
        assertThat(ada.get("/practise/" + SET + "?hints=many").statusCode()).isEqualTo(400);
    }

    private static String locationOf(HttpResponse<String> response) {
        return response.headers().firstValue("location").orElseThrow();
    }

    @Test
    void anAnswerThatDoesNotReachPracticeIsKeptAndSentAgain() {
        services.says("GET /sessions/" + SET, 503, "{}");
        HttpResponse<String> kept = ada.post("/practise/" + SET + "/1", "place_a=2", "place_b=1", "shown=5");
        services.says("GET /sessions/" + SET, 200, set("running", "null")).says("POST /attempts", 201, attempt());

        HttpResponse<String> sent = ada.post("/practise/" + SET + "/1", "place_a=2", "place_b=1", "shown=5");

        assertThat(kept.statusCode()).isEqualTo(503);
        assertThat(kept.body())
                .contains(Language.ENGLISH.text("not-recorded.text"))
                .contains("action=\"/practise/" + SET + "/1\"")
                .contains("name=\"place_a\" value=\"2\"", "name=\"place_b\" value=\"1\"", "name=\"shown\" value=\"5\"")
                .containsOnlyOnce("action=\"/practise/" + SET + "/1\"");
        assertThat(sent.headers().firstValue("location")).contains("/practise/" + SET + "/1");
    }

    @Test
    void anAnswerThatPracticeCouldNotRecordIsKept() {
        services.says("POST /attempts", 503, "{}");

        HttpResponse<String> kept = ada.post("/practise/" + SET + "/1", "place_a=2", "place_b=1");

        assertThat(kept.statusCode()).isEqualTo(503);
        assertThat(kept.body()).contains(Language.ENGLISH.text("not-recorded.text"), "name=\"place_a\" value=\"2\"");
    }

    @Test
    void theLastAnswerCompletesTheSet() {
        services.says("POST /attempts", 201, attempt())
                .says("PUT /sessions/" + SET + "/completion", 200, set("completed", ANSWERED));

        ada.post("/practise/" + SET + "/1", "place_a=2", "place_b=1");

        assertThat(services.requests()).anyMatch(request -> request.startsWith("PUT /sessions/" + SET));
    }

    @Test
    void lookingAtAnAnsweredSetChangesNothing() {
        services.says("GET /sessions/" + SET, 200, set("running", ANSWERED));

        HttpResponse<String> response = ada.get("/practise/" + SET);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("/practise/" + SET + "/end");
        assertThat(services.requests()).noneMatch(request -> request.startsWith("PUT"));
    }
}
