package dev.weakspot.recommendation.goal;

import static dev.weakspot.recommendation.RecommendationService.tokenOf;
import static dev.weakspot.recommendation.TestLearner.aLearner;
import static dev.weakspot.recommendation.TestQuestion.questionsOn;
import static dev.weakspot.recommendation.TestQuestion.topic;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.TestLearner;
import dev.weakspot.recommendation.TestQuestion;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What learners want to be ready for, and what they are told. */
class GoalIT {

    private static final String GOAL = "/api/v1/learners/me/goal";
    private static final String READINESS = "/api/v1/learners/me/readiness";
    private final LocalDate today = LocalDate.now(Clock.systemUTC());

    private static RecommendationService service;

    @BeforeAll
    static void start() {
        service = RecommendationService.start();
        service.publish(Stream.of("orm", "views", "forms")
                .flatMap(slug -> Stream.concat(
                        Stream.of(topic(slug, "All about " + slug)),
                        questionsOn(slug, 10).stream().map(TestQuestion::published)))
                .toList());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aGoalIsKeptUntilAnotherTakesItsPlace() {
        TestLearner ada = aLearner();
        set(ada, today.plusDays(7), 30, "orm", "views");

        set(ada, today.plusDays(9), 45, "forms");

        JsonNode goal = service.get(tokenOf(ada), GOAL);
        assertThat(goal.get("day").asText()).isEqualTo(today.plusDays(9).toString());
        assertThat(goal.get("minutes_per_day").asInt()).isEqualTo(45);
        assertThat(goal.get("topics")).hasSize(1);
    }

    @Test
    void aGoalThatIsDroppedIsGone() {
        TestLearner ada = aLearner();
        set(ada, today.plusDays(7), 30, "orm");

        int dropped = service.send("DELETE", GOAL, tokenOf(ada)).statusCode();

        assertThat(dropped).isEqualTo(204);
        assertThat(service.send("GET", GOAL, tokenOf(ada)).body()).contains("/problems/no-goal");
    }

    @Test
    void aGoalIsNobodyElsesBusiness() {
        TestLearner ada = aLearner();
        set(ada, today.plusDays(7), 30, "orm");

        assertThat(service.send("GET", GOAL, tokenOf(aLearner())).statusCode()).isEqualTo(404);
    }

    @Test
    void readinessComesWithAPlanForEachDayAndWhatToDropFirst() {
        TestLearner ada = aLearner();
        service.learn(ada, ada.answersAll(questionsOn("orm", 6), 0));
        set(ada, today.plusDays(5), 20, "orm", "views");

        JsonNode readiness = service.get(tokenOf(ada), READINESS + "?after=6");

        assertThat(readiness.at("/as_of/sequence").asLong()).isEqualTo(6);
        assertThat(readiness.at("/expected/value").asDouble())
                .isBetween(
                        readiness.at("/expected/low").asDouble(),
                        readiness.at("/expected/high").asDouble())
                .isGreaterThan(readiness.at("/without_practice/value").asDouble());
        assertThat(readiness.get("days")).hasSize(5);
        assertThat(readiness.at("/days/0/date").asText()).isEqualTo(today.toString());
        assertThat(readiness.get("days")).allSatisfy(day -> assertThat(day.get("portions")
                        .valueStream()
                        .mapToInt(portion -> portion.get("minutes").asInt())
                        .sum())
                .isBetween(1, 40));
        assertThat(readiness.get("drop_first").valueStream().map(item -> item.get("topic")
                        .asText()))
                .isNotEmpty()
                .isSubsetOf("orm", "views");
        assertThat(readiness.at("/drop_first/0/readiness_lost").asDouble()).isPositive();
    }

    @Test
    void withoutTopicsTheGoalIsAllThatTheLearnerIsLedThrough() {
        TestLearner ada = aLearner();
        set(ada, today.plusDays(30), 60);

        JsonNode readiness = service.get(tokenOf(ada), READINESS);

        assertThat(readiness.get("drop_first").valueStream().map(item -> item.get("topic")
                        .asText()))
                .containsExactlyInAnyOrder("orm", "views", "forms");
    }

    @Test
    void aDayThatHasGoneByIsRefused() {
        assertThat(service.put(GOAL, tokenOf(aLearner()), goal(today.minusDays(1), 30, "orm")))
                .satisfies(refused("goal-has-passed", 409));
    }

    @Test
    void aGoalBeyondAYearIsRefused() {
        assertThat(service.put(
                        GOAL, tokenOf(aLearner()), goal(today.plusYears(1).plusDays(1), 30, "orm")))
                .satisfies(refused("goal-too-far", 422));
    }

    @Test
    void aGoalThatWasSetForTooFarAwaySaysSo() {
        TestLearner ada = aLearner();
        set(ada, today, 30, "orm");
        service.update("update goal set day = day + 400 where learner_id = '" + ada.id() + "'");

        assertThat(service.send("GET", READINESS, tokenOf(ada))).satisfies(refused("goal-too-far", 422));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[null]", "[\"\"]"})
    void topicsThatAreNoneAreNotAnError(String topics) {
        String body = "{\"day\": \"%s\", \"minutes_per_day\": 30, \"topics\": %s}".formatted(today.plusDays(1), topics);

        assertThat(service.put(GOAL, tokenOf(aLearner()), body).statusCode()).isLessThan(500);
    }

    @Test
    void aGoalWhoseDayHasGoneBySaysSo() {
        TestLearner ada = aLearner();
        set(ada, today, 30, "orm");
        service.update("update goal set day = day - 1 where learner_id = '" + ada.id() + "'");

        assertThat(service.send("GET", READINESS, tokenOf(ada))).satisfies(refused("goal-has-passed", 409));
    }

    @Test
    void aTopicThatNobodyKnowsIsRefused() {
        assertThat(service.put(GOAL, tokenOf(aLearner()), goal(today.plusDays(1), 30, "orm", "nothing,{at} all")))
                .satisfies(refused("unknown-topic", 422))
                .satisfies(refusal -> assertThat(refusal.body()).contains("Number 2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"day\": \"2099-01-01\", \"minutes_per_day\": 0, \"topics\": []}",
                "{\"day\": \"2099-01-01\", \"minutes_per_day\": 1441, \"topics\": []}",
                "{\"day\": \"tomorrow\", \"minutes_per_day\": 30, \"topics\": []}",
                "{\"minutes_per_day\": 30, \"topics\": []}",
                "{\"day\": \"2099-01-01\", \"topics\": []}",
            })
    void aGoalThatIsNotValidIsCorrected(String goal) {
        HttpResponse<String> response = service.put(GOAL, tokenOf(aLearner()), goal);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    private static Consumer<HttpResponse<String>> refused(String problem, int status) {
        return response -> {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            assertThat(response.body()).contains("/problems/" + problem);
        };
    }

    private static void set(TestLearner learner, LocalDate day, int minutesPerDay, String... topics) {
        HttpResponse<String> response = service.put(GOAL, tokenOf(learner), goal(day, minutesPerDay, topics));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static String goal(LocalDate day, int minutesPerDay, String... topics) {
        String slugs = List.of(topics).stream()
                .map(slug -> "\"" + slug + "\"")
                .toList()
                .toString();
        return "{\"day\": \"%s\", \"minutes_per_day\": %d, \"topics\": %s}".formatted(day, minutesPerDay, slugs);
    }
}
