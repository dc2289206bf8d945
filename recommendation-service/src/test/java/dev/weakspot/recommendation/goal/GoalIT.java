package dev.weakspot.recommendation.goal;

import static dev.weakspot.recommendation.RecommendationService.tokenOf;
import static dev.weakspot.recommendation.TestLearner.aLearner;
import static dev.weakspot.recommendation.TestQuestion.questionsOn;
import static dev.weakspot.recommendation.TestQuestion.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.TestLearner;
import dev.weakspot.recommendation.TestQuestion;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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
        service.put(GOAL, tokenOf(ada), goalIn("Europe/Berlin", today.plusDays(7)));

        set(ada, today.plusDays(9), 45, "forms");

        JsonNode goal = service.get(tokenOf(ada), GOAL);
        assertThat(goal.properties().stream().map(field -> field.getKey() + " " + field.getValue()))
                .containsExactlyInAnyOrder(
                        "day \"" + today.plusDays(9) + "\"",
                        "minutes_per_day 45",
                        "time_zone \"UTC\"",
                        "level \"senior\"",
                        "topics [\"forms\"]");
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
        TestLearner ben = aLearner();
        set(ada, today.plusDays(7), 30, "orm");

        set(ben, today.plusDays(8), 60, "views");
        service.send("DELETE", GOAL, tokenOf(ben));

        assertThat(service.get(tokenOf(ada), GOAL).get("minutes_per_day").asInt())
                .isEqualTo(30);
        assertThat(service.send("GET", GOAL, tokenOf(ben))).satisfies(refused("no-goal", 404));
        assertThat(service.send("GET", READINESS, tokenOf(ben))).satisfies(refused("no-goal", 404));
    }

    /** Twenty questions of 90 seconds, ten on each topic, are fewer than fit into five times 20 minutes. */
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
        assertThat(readiness.get("days").valueStream().map(day -> LocalDate.parse(text(day, "date"))))
                .containsExactlyElementsOf(today.datesUntil(today.plusDays(5)).toList());
        assertThat(readiness.get("days")).allSatisfy(day -> assertThat(day.get("portions"))
                .extracting(portion ->
                        text(portion, "topic") + " " + portion.get("questions") + " " + portion.get("minutes"))
                .containsExactly("orm 2 3", "views 2 3"));
        assertThat(readiness.get("days"))
                .extracting(day -> day.get("minutes").asInt())
                .containsOnly(6);
        assertThat(readiness.get("drop_first"))
                .extracting(item -> text(item, "topic") + " " + item.get("minutes_saved"))
                .containsExactlyInAnyOrder("orm 15", "views 15");
        double gained = readiness.at("/expected/value").asDouble()
                - readiness.at("/without_practice/value").asDouble();
        assertThat(readiness
                        .get("drop_first")
                        .valueStream()
                        .mapToDouble(item -> item.get("readiness_lost").asDouble())
                        .sum())
                .isCloseTo(gained, within(1e-9));
        assertThat(readiness.at("/drop_first/0/readiness_lost").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(
                        readiness.at("/drop_first/1/readiness_lost").asDouble());
    }

    /** One question of 90 seconds on each of three topics: two minutes each, if rounded one by one. */
    @Test
    void theMinutesOfADayAreRoundedOnce() {
        TestLearner ada = aLearner();
        set(ada, today.plusDays(10), 5, "orm", "views", "forms");

        JsonNode readiness = service.get(tokenOf(ada), READINESS);

        assertThat(readiness.get("days"))
                .allSatisfy(day -> assertThat(day.get("minutes").asDouble())
                        .isCloseTo(
                                1.5
                                        * day.get("portions")
                                                .valueStream()
                                                .mapToInt(portion ->
                                                        portion.get("questions").asInt())
                                                .sum(),
                                within(.5)));
        assertThat(portions(readiness))
                .extracting(portion -> portion.get("minutes").asInt())
                .contains(2);
    }

    @Test
    void onTheDayItselfReadinessIsTheMeanOfTodaysMasteries() {
        TestLearner ada = aLearner();
        service.learn(
                ada,
                Stream.concat(
                                ada.answersAll(questionsOn("orm", 3), 0).stream(),
                                ada.answersAll(questionsOn("views", 3), 1).stream())
                        .toList());
        set(ada, today, 20, "orm", "views");

        JsonNode readiness = service.get(tokenOf(ada), READINESS + "?after=6");

        double mean = service.get(tokenOf(ada), "/api/v1/learners/me/weak-topics?after=6")
                .get("items")
                .valueStream()
                .mapToDouble(topic -> topic.get("mastery").asDouble())
                .average()
                .orElseThrow();
        // Memory fades between the two requests, too.
        assertThat(readiness.at("/expected/value").asDouble()).isCloseTo(mean, within(1e-3));
        assertThat(readiness.get("expected")).isEqualTo(readiness.get("without_practice"));
        assertThat(readiness.get("drop_first")).isEmpty();
    }

    @Test
    void whoIsReadyForAJuniorsRoleMayNotBeForASeniors() {
        List<TestQuestion> easy = questionsOn("role.one", 4);
        TestQuestion fair = new TestQuestion("role-fair", 0, List.of("role.one"));
        TestQuestion hard = new TestQuestion("role-hard", 4, List.of("role.one"));
        TestQuestion alone = new TestQuestion("role-alone", 2, List.of("role.two"));
        service.publish(Stream.concat(
                        easy.stream().map(question -> question.published("junior")),
                        Stream.of(
                                topic("role.one", "One"),
                                topic("role.two", "Two"),
                                fair.published("mid"),
                                hard.published("senior"),
                                alone.published("senior")))
                .toList());
        TestLearner ada = aLearner();

        List<JsonNode> byLevel = Stream.of("junior", "mid", "senior")
                .map(level -> readinessAt(level, ada))
                .toList();

        assertThat(byLevel).extracting(GoalIT::plannedQuestions).containsExactly(4, 5, 7);
        assertThat(byLevel.get(0).at("/expected/value").asDouble())
                .isGreaterThan(byLevel.get(2).at("/expected/value").asDouble() + .05);
        assertThat(byLevel.get(0).at("/not_planned/0/because").asText())
                .isEqualTo("All questions on Two are for a higher level.");
        assertThat(byLevel.get(2).get("not_planned")).isEmpty();
    }

    private static JsonNode readinessAt(String level, TestLearner learner) {
        String goal = """
                {"day": "%s", "minutes_per_day": 600, "topics": ["role.one", "role.two"], "level": "%s"}
                """.formatted(LocalDate.now(Clock.systemUTC()).plusDays(3), level);
        HttpResponse<String> response = service.put(GOAL, tokenOf(learner), goal);
        assertThat(response.body()).contains("\"level\":\"" + level + "\"");
        return service.get(tokenOf(learner), READINESS);
    }

    private static int plannedQuestions(JsonNode readiness) {
        return portions(readiness).stream()
                .mapToInt(portion -> portion.get("questions").asInt())
                .sum();
    }

    @Test
    void aLevelThatNobodyKnowsIsRefused() {
        HttpResponse<String> response = service.put(GOAL, tokenOf(aLearner()), """
                {"day": "%s", "minutes_per_day": 30, "level": "guru"}
                """.formatted(today.plusDays(2)));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("\"message\":\"level must be one of junior, mid, senior\"");
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

    /** 90 seconds each, and ten of them. */
    @Test
    void noMoreQuestionsArePlannedThanThereAreAndEachTakesTheTimeThatItsAuthorExpects() {
        TestLearner ada = aLearner();
        set(ada, today.plusDays(3), 600, "orm");

        JsonNode readiness = service.get(tokenOf(ada), READINESS);

        assertThat(plannedQuestions(readiness)).isEqualTo(10);
        assertThat(readiness.at("/drop_first/0/minutes_saved").asInt()).isEqualTo(15);
        assertThat(readiness.get("sentence").asText())
                .startsWith("If you practise as planned, we expect you to get ")
                .endsWith("; all questions there are to learn from are in the plan.");
    }

    @Test
    void aQuestionOnTwoTopicsIsPlannedOnce() {
        List<TestQuestion> shared = List.of(
                new TestQuestion("shared-1", 0, List.of("shared.a", "shared.b")),
                new TestQuestion("shared-2", 0, List.of("shared.b", "shared.a")),
                new TestQuestion("shared-3", 0, List.of("shared.a", "shared.b")));
        service.publish(Stream.concat(
                        Stream.of(topic("shared.a", "A"), topic("shared.b", "B")),
                        shared.stream().map(TestQuestion::published))
                .toList());
        TestLearner ada = aLearner();
        set(ada, today.plusDays(3), 600, "shared.a", "shared.b");

        JsonNode readiness = service.get(tokenOf(ada), READINESS);

        assertThat(plannedQuestions(readiness)).isEqualTo(3);
    }

    /** What belonged to a topic that is gone belongs to the next one that is there. 90 seconds are two minutes, as people round. */
    @Test
    void aTopicThatIsGoneTakesNoQuestionsWithIt() {
        TestQuestion shared = new TestQuestion("left-1", 0, List.of("left.gone", "left.here"));
        service.publish(List.of(topic("left.gone", "Gone"), topic("left.here", "Here"), shared.published()));
        TestLearner ada = aLearner();
        set(ada, today.plusDays(3), 600, "left.gone", "left.here");
        service.withdrawTopic("left.gone");

        JsonNode readiness = service.get(tokenOf(ada), READINESS);

        assertThat(portions(readiness))
                .extracting(portion ->
                        text(portion, "topic") + " " + portion.get("questions") + " " + portion.get("minutes"))
                .containsExactly("left.here 1 2");
    }

    @Test
    void topicsThatNobodyCanPractiseAreNotPlannedAndSaidSo() {
        TestQuestion passing = new TestQuestion("passing-1", 0, List.of("passing.gone"));
        service.publish(List.of(topic("passing.empty", "Empty"), topic("passing.gone", "Gone"), passing.published()));
        TestLearner ada = aLearner();
        set(ada, today.plusDays(3), 30, "orm", "passing.empty", "passing.gone");
        service.withdrawTopic("passing.gone");

        JsonNode readiness = service.get(tokenOf(ada), READINESS);

        assertThat(readiness
                        .get("not_planned")
                        .valueStream()
                        .map(topic -> topic.get("topic").asText() + ": "
                                + topic.get("because").asText()))
                .containsExactly(
                        "passing.empty: There is no question on Empty yet.",
                        "passing.gone: Gone was taken out of the catalog.");
        assertThat(portions(readiness))
                .extracting(portion -> portion.get("topic").asText())
                .containsOnly("orm");
        assertThat(readiness.get("sentence").asText())
                .endsWith("; 2 topics are not counted, because nobody can practise them.");
    }

    @Test
    void aGoalWithNothingToPractiseSaysSo() {
        service.publish(List.of(topic("bare.one", "Bare")));
        TestLearner ada = aLearner();
        set(ada, today.plusDays(3), 30, "bare.one");

        assertThat(service.send("GET", READINESS, tokenOf(ada))).satisfies(refused("nothing-to-practise", 409));
    }

    @Test
    void anEmptyPlanSaysWhy() {
        TestLearner ada = aLearner();
        set(ada, today, 30, "orm");

        JsonNode readiness = service.get(tokenOf(ada), READINESS);

        assertThat(readiness.get("days")).isEmpty();
        assertThat(readiness.get("sentence").asText())
                .startsWith("Nothing is planned, because the day is today; we expect");
    }

    /** It is never the same day on both sides of the date line: 26 hours lie between the two. */
    @Test
    void theDayIsTheLearners() {
        LocalDate east = LocalDate.now(Clock.system(ZoneId.of("Pacific/Kiritimati")));
        LocalDate west = LocalDate.now(Clock.system(ZoneId.of("Etc/GMT+12")));
        TestLearner ada = aLearner();
        TestLearner ben = aLearner();

        HttpResponse<String> inTheEast =
                service.put(GOAL, tokenOf(ada), goalIn("Pacific/Kiritimati", east.plusDays(2)));
        HttpResponse<String> inTheWest = service.put(GOAL, tokenOf(ben), goalIn("Etc/GMT+12", west));
        HttpResponse<String> gone = service.put(GOAL, tokenOf(aLearner()), goalIn("Pacific/Kiritimati", west));

        assertThat(inTheEast.body()).contains("\"time_zone\":\"Pacific/Kiritimati\"");
        assertThat(service.get(tokenOf(ada), READINESS).at("/days/0/date").asText())
                .isEqualTo(east.toString());
        assertThat(inTheWest.statusCode()).isEqualTo(200);
        assertThat(gone).satisfies(refused("goal-has-passed", 409));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Atlantis", "", "+25:00", "europe/berlin"})
    void aTimeZoneThatNobodyKnowsIsRefused(String zone) {
        HttpResponse<String> response = service.put(GOAL, tokenOf(aLearner()), goalIn(zone, today.plusDays(2)));

        assertThat(response).satisfies(refused("unknown-time-zone", 400));
    }

    @Test
    void theDocumentNamesEveryRefusal() {
        String document = service.send("GET", "/openapi/openapi.yml", "").body();

        assertThat(refusals(document, "/api/v1/learners/me/goal"))
                .containsExactly(
                        "404 no-goal",
                        "400 invalid-request: a field is missing or not what it must be; unknown-time-zone",
                        "409 goal-has-passed",
                        "422 goal-too-far, unknown-topic");
        assertThat(refusals(document, "/api/v1/learners/me/readiness"))
                .containsExactly(
                        "400 invalid-request: a parameter is not what it must be",
                        "404 no-goal",
                        "409 goal-has-passed, nothing-to-practise",
                        "422 goal-too-far");
    }

    private static List<String> refusals(String document, String path) {
        String fromThere = document.substring(document.indexOf("\n  " + path + ":") + 1);
        String operations = fromThere.substring(0, fromThere.indexOf("\n  /"));
        String unfolded = operations.replaceAll("\\\\\\n\\s+\\\\", "");
        return Pattern.compile("\"(4\\d\\d)\":\\n\\s+description: \"?([^\"\n]*)")
                .matcher(unfolded)
                .results()
                .map(refusal -> refusal.group(1) + " " + refusal.group(2))
                .toList();
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
    @CsvSource(
            delimiter = '|',
            value = {"null | 200", "[] | 200", "[null] | 400", "[\"\"] | 400", "[\" \"] | 400"})
    void topicsMayBeLeftOutButNotBeNothing(String topics, int status) {
        String body = "{\"day\": \"%s\", \"minutes_per_day\": 30, \"topics\": %s}".formatted(today.plusDays(1), topics);

        HttpResponse<String> response = service.put(GOAL, tokenOf(aLearner()), body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
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
                "{'day': '2099-01-01', 'minutes_per_day': 0} | minutes_per_day",
                "{'day': '2099-01-01', 'minutes_per_day': 1441} | minutes_per_day",
                "{'day': '2099-01-01'} | minutes_per_day",
                "{'day': 'tomorrow', 'minutes_per_day': 30} | day",
                "{'minutes_per_day': 30} | day",
            },
            quoteCharacter = '`')
    void aGoalThatIsNotValidIsCorrectedByName(String goal, String field) {
        HttpResponse<String> response = service.put(GOAL, tokenOf(aLearner()), goal.replace('\'', '"'));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"violations\":[{\"field\":\"" + field + "\"");
    }

    @Test
    void aGoalNamesAHundredTopicsAtMost() {
        String[] topics = Collections.nCopies(101, "orm").toArray(String[]::new);

        HttpResponse<String> response = service.put(GOAL, tokenOf(aLearner()), goal(today.plusDays(1), 30, topics));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("\"violations\":[{\"field\":\"topics\"");
    }

    /** Nothing of it is kept. */
    @Test
    void aGoalThatIsRefusedLeavesTheOneBefore() {
        TestLearner ada = aLearner();
        set(ada, today.plusDays(7), 30, "orm");

        HttpResponse<String> refused = service.put(GOAL, tokenOf(ada), goal(today.plusDays(9), 45, "no-such-topic"));

        assertThat(refused).satisfies(refused("unknown-topic", 422));
        assertThat(service.get(tokenOf(ada), GOAL).get("minutes_per_day").asInt())
                .isEqualTo(30);
    }

    private static Consumer<HttpResponse<String>> refused(String problem, int status) {
        return response -> {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            assertThat(response.body()).contains("/problems/" + problem);
        };
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }

    private static List<JsonNode> portions(JsonNode readiness) {
        return readiness
                .get("days")
                .valueStream()
                .flatMap(day -> day.get("portions").valueStream())
                .toList();
    }

    private static String goalIn(String zone, LocalDate day) {
        return "{\"day\": \"%s\", \"minutes_per_day\": 30, \"topics\": [\"orm\"], \"time_zone\": \"%s\"}"
                .formatted(day, zone);
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
