package dev.weakspot.recommendation.belief;

import static dev.weakspot.recommendation.RecommendationService.tokenOf;
import static dev.weakspot.recommendation.TestLearner.aLearner;
import static dev.weakspot.recommendation.TestQuestion.questionsOn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weakspot.recommendation.Message;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.TestLearner;
import dev.weakspot.recommendation.TestQuestion;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How learners have come along, and what will come back to them. */
class ProgressIT {

    private static RecommendationService service;

    private final Instant noon = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC)
            .minusDays(1)
            .atTime(12, 0)
            .toInstant(ZoneOffset.UTC);

    @BeforeAll
    static void start() {
        service = RecommendationService.start();
        service.publish(
                questionsOn("orm", 10).stream().map(TestQuestion::published).toList());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Wrong ten days ago, right since. */
    private TestLearner whoHasLearned(boolean simulated) {
        TestLearner learner = aLearner();
        List<Message> attempts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Instant at = noon.minus(Duration.ofDays(10 - i)).plusSeconds(i);
            attempts.add(learner.answers(questionsOn("orm", 10).get(i), i < 3 ? 0 : 1, at, simulated));
        }
        service.learn(learner, attempts);
        return learner;
    }

    private static List<JsonNode> items(JsonNode list, String field) {
        return StreamSupport.stream(list.path(field).spliterator(), false).toList();
    }

    @Test
    void daysGoByAndMasteryWithThem() {
        TestLearner learner = whoHasLearned(false);

        List<JsonNode> days = items(service.get(tokenOf(learner), "/api/v1/learners/me/mastery-history"), "items");

        assertThat(days).hasSize(10);
        assertThat(days).extracting(day -> day.path("day").asText()).isSorted();
        assertThat(days.getLast().path("mastery").asDouble())
                .isGreaterThan(days.get(2).path("mastery").asDouble() + .1);
        assertThat(days)
                .allSatisfy(day -> assertThat(day.path("topics").path("orm").asDouble())
                        .isEqualTo(day.path("mastery").asDouble()));
    }

    /** As it was believed then: not quite what is believed now, when others have answered and time has passed. */
    @Test
    void eachDayHasAnIntervalAroundItsMastery() {
        TestLearner learner = whoHasLearned(false);

        List<JsonNode> days = items(service.get(tokenOf(learner), "/api/v1/learners/me/mastery-history"), "items");

        assertThat(days).hasSize(10).allSatisfy(day -> {
            assertThat(day.path("mastery").asDouble())
                    .isBetween(day.path("low").asDouble(), day.path("high").asDouble());
            assertThat(widthOf(day)).isBetween(.05, .7);
        });
    }

    private static double widthOf(JsonNode estimate) {
        return estimate.path("high").asDouble() - estimate.path("low").asDouble();
    }

    @Test
    void theLatestDaysCount() {
        TestLearner learner = whoHasLearned(false);
        JsonNode all = service.get(tokenOf(learner), "/api/v1/learners/me/mastery-history");

        JsonNode few = service.get(tokenOf(learner), "/api/v1/learners/me/mastery-history?days=3");

        assertThat(items(few, "items")).isEqualTo(items(all, "items").subList(7, 10));
    }

    @Test
    void reviewsAreForecastDayByDay() {
        TestLearner learner = whoHasLearned(false);

        JsonNode reviews = service.get(tokenOf(learner), "/api/v1/learners/me/reviews?days=366");

        List<JsonNode> forecast = items(reviews, "forecast");
        assertThat(forecast).hasSize(366);
        assertThat(forecast.stream()
                        .mapToLong(day -> day.path("reviews").asLong())
                        .sum())
                .isEqualTo(10);
        assertThat(reviews.path("due").asLong())
                .isPositive()
                .isLessThanOrEqualTo(forecast.getFirst().path("reviews").asLong());
    }

    @Test
    void whoHasDoneNothingHasNoHistory() {
        TestLearner learner = aLearner();

        assertThat(items(service.get(tokenOf(learner), "/api/v1/learners/me/mastery-history"), "items"))
                .isEmpty();
        assertThat(service.get(tokenOf(learner), "/api/v1/learners/me/reviews")
                        .path("due")
                        .asLong())
                .isZero();
    }

    @Test
    void anUnknownTimeZoneIsRefused() {
        for (String path : List.of("mastery-history", "reviews")) {
            HttpResponse<String> answer =
                    service.send("GET", "/api/v1/learners/me/" + path + "?time_zone=Mars/Olympus", tokenOf(aLearner()));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("/problems/unknown-time-zone");
        }
    }

    @Test
    void whatASimulatorAnsweredIsItsLearnersAndNobodyElses() {
        String before =
                service.query("select attempts from model order by name").toString();

        TestLearner learner = whoHasLearned(true);

        assertThat(items(service.get(tokenOf(learner), "/api/v1/learners/me/weak-topics"), "items"))
                .hasSize(1);
        assertThat(service.query("select attempts from model order by name").toString())
                .isEqualTo(before);
        assertThat(service.get(RecommendationService.someoneWith("analyst"), "/api/v1/model/quality?questions=")
                        .path("predictions")
                        .asLong())
                .isEqualTo(Long.parseLong(service.query("select count(*) from prediction where not simulated")
                        .getFirst()));
    }
}
