package dev.weakspot.web.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.FrontDoor;
import dev.weakspot.web.FrontDoor.Guest;
import dev.weakspot.web.Neighbour;
import dev.weakspot.web.page.Language;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterviewIT {

    private static final String DAY = LocalDate.of(2026, 12, 24).toString();
    private static final String GOAL = "{\"day\":\"" + DAY + "\",\"minutes_per_day\":20,\"topics\":[]}";

    private final Neighbour services = Neighbour.moveIn();
    private final FrontDoor door = FrontDoor.before(services);
    private final Guest ada = door.guest();

    @BeforeEach
    void signUp() {
        ada.signUp("ada", "four words in a row");
        services.says("GET /topics", 200, "{\"items\":[]}");
        ada.get("/interview");
    }

    @AfterEach
    void close() {
        door.close();
        services.close();
    }

    @ParameterizedTest
    @CsvSource({
        "409, goal-has-passed, 422, interview.has-passed",
        "422, goal-too-far, 422, interview.too-far",
        "422, unknown-topic, 422, interview.unknown-topic",
        "400, unknown-time-zone, 422, interview.refused",
        "400, invalid-request, 422, interview.refused",
        "422, something-new, 422, interview.refused",
        "503, database-away, 503, interview.not-saved"
    })
    void aRefusalBecomesASentence(int status, String problem, int shown, String text) {
        services.says("PUT /learners/me/goal", status, "{\"type\":\"https://weakspot.dev/problems/" + problem + "\"}");

        HttpResponse<String> response = ada.post("/interview", "day=" + DAY, "minutes=20", "scope=all");

        assertThat(response.statusCode()).isEqualTo(shown);
        assertThat(response.body()).contains(Language.ENGLISH.text(text), "name=\"day\" value=\"" + DAY + "\"");
    }

    @Test
    void aGoalIsSentWithTheTimeZoneThatTheBrowserSays() {
        services.says("PUT /learners/me/goal", 200, GOAL);
        ada.say("weakspot_zone", "Europe%2FBerlin");

        HttpResponse<String> response = ada.post(
                "/interview", "day=" + DAY, "minutes=20", "level=mid", "scope=some", "topics=http", "topics=views");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(services.requests())
                .anyMatch(request -> request.startsWith("PUT /learners/me/goal")
                        && request.contains("\"day\":\"" + DAY + "\"")
                        && request.contains("\"minutes_per_day\":20")
                        && request.contains("\"topics\":[\"http\",\"views\"]")
                        && request.contains("\"time_zone\":\"Europe/Berlin\"")
                        && request.contains("\"level\":\"mid\""));
    }

    /** The service knows zones by name: what it would refuse is not said to it. */
    @ParameterizedTest
    @CsvSource({"Europe%2FBerlin, Europe/Berlin", "%2B02:00, UTC", "Mars%2FOlympus, UTC"})
    void theFormSaysWhereDaysBegin(String cookie, String zone) {
        services.says("GET /learners/me/goal", 404, "{}");
        ada.say("weakspot_zone", cookie);

        assertThat(ada.get("/interview").body()).contains(Language.ENGLISH.text("interview.zone", zone));
    }

    @Test
    void aGoalWithNothingToPractiseBreaksNoPage() {
        services.says("GET /learners/me/goal", 200, GOAL)
                .says(
                        "GET /learners/me/readiness",
                        409,
                        "{\"type\":\"https://weakspot.dev/problems/nothing-to-practise\"}");

        assertThat(ada.get("/interview").body())
                .contains(Language.ENGLISH.text("interview.nothing", "24 December 2026"));
    }

    @Test
    void aDayThatHasGoneByBreaksNoPage() {
        services.says("GET /learners/me/goal", 200, GOAL)
                .says(
                        "GET /learners/me/readiness",
                        409,
                        "{\"type\":\"https://weakspot.dev/problems/goal-has-passed\"}");

        assertThat(ada.get("/interview").body())
                .contains(Language.ENGLISH.text("interview.passed", "24 December 2026"));
        assertThat(ada.get("/today").statusCode()).isEqualTo(200);
    }

    @Test
    void aGoalIsDeleted() {
        services.says("DELETE /learners/me/goal", 204, "");

        assertThat(ada.post("/interview/drop").statusCode()).isEqualTo(303);
        assertThat(services.requests()).anyMatch(request -> request.startsWith("DELETE /learners/me/goal"));
    }

    @Test
    void withoutRecommendationsTheGoalIsSaidToBeSafe() {
        services.says("GET /learners/me/goal", 503, "{}");

        assertThat(ada.get("/interview").body()).contains(Language.ENGLISH.text("interview.away"));
    }
}
