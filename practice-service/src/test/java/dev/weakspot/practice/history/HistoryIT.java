package dev.weakspot.practice.history;

import static dev.weakspot.practice.PracticeService.learner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weakspot.practice.PracticeService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a learner's attempts add up to, over HTTP. */
class HistoryIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static PracticeService practice;

    private final String ada = learner(UUID.randomUUID());

    @BeforeAll
    static void theCatalogHasPublished() {
        practice = PracticeService.start();
        PracticeService.questions()
                .filter(example ->
                        example.name().equals("single-choice") || example.name().equals("rubric"))
                .forEach(practice::publish);
        practice.publish("elsewhere", "junior", "deployment");
    }

    @AfterAll
    static void stop() {
        practice.close();
    }

    @Test
    void daysAreCountedWhereTheLearnerLives() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalDate today = LocalDate.now(Clock.system(berlin));
        choose("b", at(today.minusDays(2).atTime(0, 0).atZone(berlin).toInstant()) + ",\"response_time_ms\":61500");
        choose("a", at(today.minusDays(2).atTime(23, 59, 59).atZone(berlin).toInstant()));
        choose("b", at(today.minusDays(1).atTime(0, 0).atZone(berlin).toInstant()));

        JsonNode days = get("/days?time_zone=Europe/Berlin");

        assertThat(days.toString()).isEqualTo("""
                {"items":[{"day":"%s","attempts":2,"correct":1,"mean_score":0.5,"seconds":61},\
                {"day":"%s","attempts":1,"correct":1,"mean_score":1.0,"seconds":0}]}""".formatted(today.minusDays(2), today.minusDays(1)));
    }

    @Test
    void onlyTheLastDaysAreListedTodayIncluded() {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        choose("b", at(today.minusDays(2).atTime(23, 59).toInstant(ZoneOffset.UTC)));
        choose("b", at(today.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
        choose("b", "\"hints_used\":0");

        assertThat(get("/days?days=2").path("items")).hasSize(2);
        assertThat(get("/days").path("items")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"time_zone=Atlantis", "time_zone=", "time_zone=Europe%2FBerlin%3B", "days=0", "days=3661"})
    void whatIsNoZoneOrNoNumberOfDaysIsRefused(String query) {
        HttpResponse<String> refused = practice.get(ada, "/api/v1/learners/me/days?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"type\"");
    }

    @Test
    void certaintyIsComparedWithWhatCameOut() {
        choose("b", "\"certainty\":0.81");
        choose("a", "\"certainty\":0.79");
        choose("b", "\"certainty\":0.15");
        choose("b", "\"hints_used\":0");

        JsonNode certainty = get("/calibration").path("certainty");

        assertThat(certainty.toString()).isEqualTo("""
                [{"certainty":0.15,"attempts":1,"mean_score":1.0},{"certainty":0.8,"attempts":2,"mean_score":0.5}]""");
    }

    @Test
    void selfGradesAreComparedWithTheKeysOnTheSameTopics() {
        practice.post(ada, """
                {"attempt_id":"%s","question_id":"explain-n-plus-one","question_version":1,
                 "answer":{"type":"rubric","met":["definition","example"]}}""".formatted(UUID.randomUUID()));
        choose("b", "\"hints_used\":0");
        choose("a", "\"hints_used\":0");
        choose("a", "\"hints_used\":0");
        choose("elsewhere", "b", "\"hints_used\":0");

        JsonNode grades = get("/calibration").path("self_grades");

        assertThat(grades.path("attempts").asInt()).isEqualTo(1);
        assertThat(grades.path("mean_score").asDouble()).isEqualTo(0.75);
        assertThat(grades.path("same_topics_by_key").path("attempts").asInt()).isEqualTo(3);
        assertThat(grades.path("same_topics_by_key").path("mean_score").asDouble())
                .isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void whoHasDoneNothingHasNothingToCompare() {
        practice.post(learner(UUID.randomUUID()), attempt("queryset-is-lazy", "b", "\"certainty\":0.5"));

        assertThat(get("/days").toString()).isEqualTo("{\"items\":[]}");
        assertThat(get("/calibration").toString())
                .isEqualTo(
                        "{\"certainty\":[],\"self_grades\":{\"attempts\":0,\"same_topics_by_key\":{\"attempts\":0}}}");
    }

    private static String at(Instant answered) {
        return "\"answered_at\":\"" + answered + "\"";
    }

    private void choose(String choice, String fields) {
        choose("queryset-is-lazy", choice, fields);
    }

    private void choose(String question, String choice, String fields) {
        HttpResponse<String> response = practice.post(ada, attempt(question, choice, fields));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private static String attempt(String question, String choice, String fields) {
        return """
                {"attempt_id":"%s","question_id":"%s","question_version":1,%s,
                 "answer":{"type":"single-choice","choice":"%s"}}""".formatted(UUID.randomUUID(), question, fields, choice);
    }

    private JsonNode get(String path) {
        HttpResponse<String> response = practice.get(ada, "/api/v1/learners/me" + path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
