package dev.weakspot.recommendation.suggestion;

import static dev.weakspot.recommendation.RecommendationService.tokenOf;
import static dev.weakspot.recommendation.TestLearner.aLearner;
import static dev.weakspot.recommendation.TestQuestion.questionsOn;
import static dev.weakspot.recommendation.TestQuestion.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weakspot.recommendation.Message;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.TestLearner;
import dev.weakspot.recommendation.TestQuestion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What learners are told. */
class SuggestionsIT {

    private static final List<String> TOPICS = List.of("orm", "views", "urls", "forms", "admin", "caching", "signals");

    private static final String WEAK_TOPICS = "/api/v1/learners/me/weak-topics";

    /** Of another collection than those above. */
    private static final List<String> SPANISH = List.of("spanish.nouns", "spanish.verbs", "spanish.tenses");

    private static RecommendationService service;

    @BeforeAll
    static void start() {
        service = RecommendationService.start();
        service.publish(Stream.concat(TOPICS.stream(), SPANISH.stream())
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
    void whoIsWrongOnTwoTopicsIsToldSoAndGetsThemToTrain() {
        TestLearner ada = wrongOnOrmAndViews();

        List<JsonNode> weak = items(service.get(tokenOf(ada), "/api/v1/learners/me/weak-topics"));
        List<JsonNode> suggestions = items(service.get(tokenOf(ada), "/api/v1/learners/me/suggestions?count=10"));

        assertThat(weak.subList(0, 2))
                .extracting(item -> text(item, "topic"))
                .containsExactlyInAnyOrder("orm", "views");
        assertThat(weak).hasSize(5).allSatisfy(item -> {
            assertThat(item.get("low").asDouble())
                    .isLessThan(item.get("mastery").asDouble());
            assertThat(item.get("high").asDouble())
                    .isGreaterThan(item.get("mastery").asDouble());
        });
        assertThat(text(weak.getFirst(), "because")).startsWith("All about ").contains("is your weakest topic");
        assertThat(suggestions).hasSize(10);
        assertThat(suggestions)
                .extracting(item -> text(item, "topic"))
                .filteredOn(List.of("orm", "views")::contains)
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void everySuggestionSaysWhy() {
        TestLearner ada = wrongOnOrmAndViews();

        List<JsonNode> suggestions = items(service.get(tokenOf(ada), "/api/v1/learners/me/suggestions?count=10"));

        assertThat(suggestions).allSatisfy(suggestion -> {
            assertThat(text(suggestion, "because")).endsWith(".");
            assertThat(codes(suggestion))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .last()
                    .isIn("NOT_SEEN_YET", "FAILED_LAST_TIME", "ANSWERED_BEFORE");
            assertThat(suggestion.get("predicted").asDouble()).isBetween(0.0, 1.0);
        });
        assertThat(suggestions)
                .extracting(suggestion -> codes(suggestion).getFirst())
                .contains("WEAK_TOPIC", "UNSEEN_TOPIC");
    }

    @Test
    void everySuggestionSaysWhatWouldChangeIt() {
        TestLearner ada = wrongOnOrmAndViews();

        List<JsonNode> suggestions = items(service.get(tokenOf(ada), "/api/v1/learners/me/suggestions?count=10"));

        assertThat(suggestions).allSatisfy(suggestion -> assertThat(text(suggestion, "turning_point"))
                .endsWith("."));
    }

    @Test
    void whoWantsItEasierGetsEasierQuestions() {
        service.publish(Stream.concat(
                        Stream.of(topic("steps.one", "Steps")),
                        IntStream.rangeClosed(-8, 8)
                                .mapToObj(i -> new TestQuestion("step-" + (i + 20), i / 2.0, List.of("steps.one"))
                                        .published()))
                .toList());
        TestLearner ada = whoAnsweredOn("steps.one");

        assertThat(meanPredicted(ada, ".9")).isGreaterThan(meanPredicted(ada, ".3") + .1);
    }

    /** From .02 to .98 expected of a newcomer: each gets what is nearest to what they asked for. */
    @Test
    void aTargetCountsOnTopicsNotTriedYet() {
        service.publish(Stream.concat(
                        Stream.of(topic("ladder.one", "One"), topic("ladder.two", "Two")),
                        IntStream.rangeClosed(-64, 64).boxed().flatMap(i -> Stream.of("one", "two")
                                .map(name -> new TestQuestion(
                                                "ladder-" + name + (i + 100), i / 16.0, List.of("ladder." + name))
                                        .published())))
                .toList());
        TestLearner ada = whoAnsweredOn("ladder.one");

        assertThat(Stream.of("", "&target=0.3", "&target=0.6", "&target=0.9")
                        .map(target -> predictedOn(ada, "ladder.two", target)))
                .satisfiesExactly(
                        usual -> assertThat(usual).isBetween(.43, .57),
                        hard -> assertThat(hard).isBetween(.23, .37),
                        middling -> assertThat(middling).isBetween(.53, .67),
                        easy -> assertThat(easy).isBetween(.83, .97));
    }

    /** Of the suggestion for a topic that was not tried yet. */
    private static double predictedOn(TestLearner learner, String topic, String target) {
        String path = "/api/v1/learners/me/suggestions?count=4" + target;
        return items(service.get(tokenOf(learner), path)).stream()
                .filter(item -> text(item, "topic").equals(topic))
                .filter(item -> codes(item).getFirst().equals("UNSEEN_TOPIC"))
                .mapToDouble(item -> item.get("predicted").asDouble())
                .findFirst()
                .orElseThrow();
    }

    private static double meanPredicted(TestLearner learner, String target) {
        String path = "/api/v1/learners/me/suggestions?count=4&target=" + target;
        return items(service.get(tokenOf(learner), path)).stream()
                .mapToDouble(item -> item.get("predicted").asDouble())
                .average()
                .orElseThrow();
    }

    @Test
    void questionsOfTheWantedLevelComeFirst() {
        service.publish(Stream.concat(
                        Stream.of(topic("levels.one", "Levels")),
                        Stream.concat(
                                questionsOn("levels.one", 100).stream().map(TestQuestion::published),
                                IntStream.rangeClosed(1, 3)
                                        .mapToObj(i -> new TestQuestion("senior-" + i, 0, List.of("levels.one"))
                                                .published("senior"))))
                .toList());
        TestLearner ada = whoAnsweredOn("levels.one");

        List<JsonNode> unasked = items(service.get(tokenOf(ada), "/api/v1/learners/me/suggestions?count=2"));
        List<JsonNode> suggestions =
                items(service.get(tokenOf(ada), "/api/v1/learners/me/suggestions?count=2&level=senior&level=mid"));

        assertThat(unasked).extracting(suggestion -> text(suggestion, "level")).containsOnly("junior");
        assertThat(unasked)
                .allSatisfy(suggestion -> assertThat(codes(suggestion)).doesNotContain("WANTED_LEVEL"));

        assertThat(suggestions).hasSize(2).allSatisfy(suggestion -> {
            assertThat(text(suggestion, "level")).isEqualTo("senior");
            assertThat(codes(suggestion)).contains("WANTED_LEVEL");
        });
    }

    @Test
    void aWeakTopicShowsWhereTheLearnerIsGoing() {
        List<TestQuestion> questions = questionsOn("caching", 10);
        TestLearner ada = aLearner();
        service.learn(ada, firstTheseThenThose(ada, questions, 1, 0));
        TestLearner ben = aLearner();
        service.learn(ben, firstTheseThenThose(ben, questions, 0, 1));

        JsonNode falling = service.get(tokenOf(ada), WEAK_TOPICS);
        JsonNode rising = service.get(tokenOf(ben), WEAK_TOPICS);

        assertThat(falling.at("/items/0/trend").asText()).isEqualTo("falling");
        assertThat(rising.at("/items/0/trend").asText()).isEqualTo("rising");
    }

    private static List<Message> firstTheseThenThose(
            TestLearner learner, List<TestQuestion> questions, double before, double after) {
        List<Message> attempts = new ArrayList<>();
        questions.subList(0, 5).forEach(question -> attempts.add(learner.simulates(question, before)));
        questions.subList(5, 10).forEach(question -> attempts.add(learner.simulates(question, after)));
        return attempts;
    }

    /** An easy one, and wrong: more surprise than a trend needs, but only once. */
    @Test
    void oneAttemptIsNoTrend() {
        TestLearner ada = aLearner();
        service.learn(ada, List.of(ada.answersWrong(new TestQuestion("trivial", -4, List.of("caching")))));

        JsonNode weakTopics = service.get(tokenOf(ada), WEAK_TOPICS);

        assertThat(service.query("select surprise < -0.2 from belief where learner_id = '" + ada.id() + "'"))
                .containsExactly("t");
        assertThat(weakTopics.at("/items/0/trend").asText()).isEqualTo("steady");
    }

    @Test
    void aWeakTopicShowsHowTheLearnerDoesOnEachKindOfItsQuestions() {
        List<TestQuestion> definitions = questionsOn("kinds.one", 5);
        List<TestQuestion> bugs = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> new TestQuestion("kinds.bug-" + i, 0, List.of("kinds.one")))
                .toList();
        List<TestQuestion> easy = questionsOn("kinds.two", 3);
        service.publish(Stream.of(
                        Stream.of(topic("kinds.one", "Kinds"), topic("kinds.two", "One kind")),
                        easy.stream().map(TestQuestion::published),
                        definitions.stream().map(TestQuestion::published),
                        bugs.stream().map(question -> question.published("mid", "debugging")))
                .flatMap(messages -> messages)
                .toList());
        TestLearner ada = aLearner();
        service.learn(ada, someRightOthersWrong(ada::answers, definitions, bugs));
        service.learn(
                ada, easy.stream().map(question -> ada.answers(question, 1.0)).toList());
        TestLearner ben = aLearner();
        service.learn(ben, someRightOthersWrong(ben::simulates, bugs, definitions));

        JsonNode weakTopics = service.get(tokenOf(ada), WEAK_TOPICS);

        assertThat(weakTopics.at("/items/1/kinds"))
                .singleElement()
                .satisfies(kind -> assertThat(kind.get("questions").asInt()).isEqualTo(3));
        JsonNode kinds = weakTopics.at("/items/0/kinds");
        assertThat(kinds).hasSize(2);
        assertThat(text(kinds.get(0), "kind")).isEqualTo("debugging");
        assertThat(text(kinds.get(0), "trend")).isEqualTo("falling");
        assertThat(kinds.get(0).get("questions").asInt()).isEqualTo(4);
        assertThat(kinds.get(0).get("attempts").asInt()).isEqualTo(4);
        assertThat(text(kinds.get(1), "kind")).isEqualTo("definition");
        assertThat(text(kinds.get(1), "trend")).isEqualTo("rising");
        assertThat(kinds.get(1).get("questions").asInt()).isEqualTo(5);
        assertThat(kinds.get(1).get("attempts").asInt()).isEqualTo(4);
        assertThat(kinds.get(0).get("mastery").asDouble())
                .isLessThan(kinds.get(1).get("mastery").asDouble() - .05);
        assertThat(kinds).allSatisfy(kind -> assertThat(kind.get("mastery").asDouble())
                .isGreaterThan(kind.get("low").asDouble())
                .isLessThan(kind.get("high").asDouble()));
    }

    private static List<Message> someRightOthersWrong(
            BiFunction<TestQuestion, Double, Message> attempt, List<TestQuestion> right, List<TestQuestion> wrong) {
        List<Message> attempts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            attempts.add(attempt.apply(wrong.get(i), 0.0));
            attempts.add(attempt.apply(right.get(i), 1.0));
        }
        return attempts;
    }

    /** The attempts were months ago: what was answered right is due again. */
    @Test
    void whatIsAboutToBeForgottenComesBack() {
        TestLearner ada = aLearner();
        service.learn(ada, ada.answersAll(questionsOn("admin", 10), 1));

        List<JsonNode> suggestions = items(service.get(tokenOf(ada), "/api/v1/learners/me/suggestions?count=10"));

        assertThat(suggestions)
                .extracting(suggestion -> codes(suggestion).getFirst())
                .contains("DUE_REVIEW");
    }

    @Test
    void theSameStateGetsTheSameSuggestions() {
        TestLearner ada = wrongOnOrmAndViews();

        HttpResponse<String> once = service.send("GET", "/api/v1/learners/me/suggestions?count=20", tokenOf(ada));
        HttpResponse<String> again = service.send("GET", "/api/v1/learners/me/suggestions?count=20", tokenOf(ada));

        assertThat(again.body()).isEqualTo(once.body());
    }

    @Test
    void whatWasJustSeenIsNotSuggested() {
        TestLearner ada = aLearner();
        service.learn(ada, ada.answersAll(questionsOn("orm", 3), 0));

        List<JsonNode> suggestions = items(service.get(tokenOf(ada), "/api/v1/learners/me/suggestions?count=50"));

        assertThat(suggestions)
                .hasSize(50)
                .extracting(suggestion -> text(suggestion, "question_id"))
                .doesNotContain("orm-1", "orm-2", "orm-3")
                .doesNotHaveDuplicates();
    }

    @Test
    void whoHasOneTopicOnlyGetsAsManyQuestionsAsTheyAskFor() {
        List<TestQuestion> questions = questionsOn("deep.one", 100);
        service.publish(Stream.concat(
                        Stream.of(topic("deep.one", "One")), questions.stream().map(TestQuestion::published))
                .toList());
        TestLearner ada = whoAnsweredOn("deep.one");

        assertThat(suggested(ada, "/api/v1/learners/me/suggestions?count=50")).hasSize(50);
    }

    @Test
    void aNewcomerGetsSomethingToBeginWith() {
        JsonNode answer = service.get(tokenOf(aLearner()), "/api/v1/learners/me/suggestions?count=3");

        assertThat(items(answer))
                .hasSize(3)
                .extracting(item -> text(item, "topic"))
                .doesNotHaveDuplicates();
        assertThat(answer.at("/as_of/sequence").asLong()).isZero();
        assertThat(answer.at("/as_of").has("time")).isFalse();
        assertThat(answer.at("/as_of/behind").asBoolean()).isFalse();
    }

    @Test
    void aNewcomerBeginsInTheDefaultCollection() {
        assertThat(suggestedTopics(aLearner())).isNotEmpty().isSubsetOf(TOPICS);
    }

    @Test
    void whoPractisesInTheDefaultCollectionIsNotLedOutOfIt() {
        TestLearner ada = whoAnsweredOn("orm", "views");

        assertThat(suggestedTopics(ada)).isNotEmpty().isSubsetOf(TOPICS);
        assertThat(weakTopics(ada)).containsExactlyInAnyOrder("orm", "views");
    }

    @Test
    void whoPractisesInAnotherCollectionStaysThere() {
        TestLearner ada = whoAnsweredOn("spanish.verbs");

        assertThat(suggestedTopics(ada)).containsExactlyInAnyOrderElementsOf(SPANISH);
        assertThat(weakTopics(ada)).containsExactly("spanish.verbs");
    }

    @Test
    void whoPractisesInTwoCollectionsIsLedThroughBoth() {
        TestLearner ada = whoAnsweredOn("spanish.verbs", "orm");

        assertThat(suggestedTopics(ada)).containsAll(SPANISH).containsAll(TOPICS);
    }

    @Test
    void whoAsksForTheirLastAttemptGetsAnAnswerThatKnowsIt() {
        TestLearner ada = aLearner();
        service.learn(ada, List.of(ada.answersRight(questionsOn("orm", 1).getFirst())));
        String path = "/api/v1/learners/me/suggestions?after=2";
        CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> service.get(tokenOf(ada), path));

        service.send(ada.answersRight(questionsOn("views", 1).getFirst()));

        assertThat(answer.join().at("/as_of/sequence").asLong()).isEqualTo(2);
        assertThat(answer.join().at("/as_of/behind").asBoolean()).isFalse();
    }

    @Test
    void whoAsksForAnAttemptThatDoesNotComeIsToldThatWeAreBehind() {
        TestLearner ada = aLearner();
        service.learn(ada, List.of(ada.answersRight(questionsOn("orm", 1).getFirst())));

        JsonNode asOf = service.get(tokenOf(ada), "/api/v1/learners/me/suggestions?after=2")
                .get("as_of");

        assertThat(asOf.get("behind").asBoolean()).isTrue();
        assertThat(asOf.get("sequence").asLong()).isEqualTo(1);
        assertThat(text(asOf, "time")).isEqualTo("2026-03-02T10:01:00Z");
        assertThat(text(asOf, "model")).matches("lean/1@[1-9][0-9]*");
    }

    @Test
    void aWithdrawnQuestionIsSuggestedNoMore() {
        TestQuestion passing = new TestQuestion("aaa-passing", -4, List.of("fashion"));
        service.publish(List.of(topic("fashion", "Fashion"), passing.published()));
        TestLearner ada = aLearner();
        String path = "/api/v1/learners/me/suggestions?count=50";
        await().until(() -> suggested(ada, path).contains("aaa-passing"));

        service.send(passing.withdrawn());

        await().untilAsserted(
                        () -> assertThat(suggested(ada, path)).isNotEmpty().doesNotContain("aaa-passing"));
    }

    @Test
    void aBeliefIsShownForEachTopicAnsweredOn() {
        TestLearner ada = wrongOnOrmAndViews();

        List<JsonNode> beliefs = items(service.get(tokenOf(ada), "/api/v1/learners/me/beliefs"));

        assertThat(beliefs)
                .extracting(item -> text(item, "topic"))
                .containsExactly("admin", "forms", "orm", "urls", "views");
        assertThat(beliefs.getFirst().get("attempts").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/learners/me/suggestions?count=0, count",
        "/api/v1/learners/me/suggestions?count=51, count",
        "/api/v1/learners/me/suggestions?count=many, count",
        "/api/v1/learners/me/suggestions?after=-1, after",
        "/api/v1/learners/me/suggestions?target=0.95, target",
        "/api/v1/learners/me/suggestions?target=0.2, target",
        "/api/v1/learners/me/suggestions?target=NaN, target",
        "/api/v1/learners/me/weak-topics?count=0, count",
        "/api/v1/learners/me/beliefs?after=-1, after",
    })
    void aRequestThatIsNotValidIsCorrectedByName(String path, String field) {
        HttpResponse<String> response = service.send("GET", path, tokenOf(aLearner()));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("/problems/invalid-request", "\"field\":\"" + field + "\"");
    }

    @Test
    void whoWantsToPractiseOneTopicGetsNothingElse() {
        TestLearner ada = wrongOnOrmAndViews();

        List<JsonNode> suggestions =
                items(service.get(tokenOf(ada), "/api/v1/learners/me/suggestions?count=5&topic=urls"));

        assertThat(suggestions).hasSize(5).allSatisfy(suggestion -> assertThat(text(suggestion, "topic"))
                .isEqualTo("urls"));
    }

    @Test
    void aTopicThatTheCatalogDoesNotHaveIsRefused() {
        HttpResponse<String> response =
                service.send("GET", "/api/v1/learners/me/suggestions?topic=no-such-topic", tokenOf(aLearner()));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("/problems/unknown-topic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"level=hard", "level=mid&level=expert", "level=Senior", "level="})
    void aLevelThatTheBankDoesNotHaveIsRefusedWithThoseThatItHas(String query) {
        HttpResponse<String> response =
                service.send("GET", "/api/v1/learners/me/suggestions?" + query, tokenOf(aLearner()));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body())
                .contains("{\"field\":\"level\",\"message\":\"must be one of junior, mid, senior\"}");
    }

    /** Ten attempts, as in the project's story. */
    private static TestLearner wrongOnOrmAndViews() {
        TestLearner learner = aLearner();
        List<Message> attempts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            for (String topic : List.of("orm", "views", "urls", "forms", "admin")) {
                boolean isWrong = topic.equals("orm") || topic.equals("views");
                attempts.add(learner.answers(questionsOn(topic, 10).get(i), isWrong ? 0 : 1));
            }
        }
        service.learn(learner, attempts);
        return learner;
    }

    /** One question on each of the topics, wrong. */
    private static TestLearner whoAnsweredOn(String... topics) {
        TestLearner learner = aLearner();
        service.learn(
                learner,
                Stream.of(topics)
                        .map(topic -> learner.answersWrong(questionsOn(topic, 1).getFirst()))
                        .toList());
        return learner;
    }

    /** The topics of so many suggestions that none is left out which could be among them. */
    private static Set<String> suggestedTopics(TestLearner learner) {
        return items(service.get(tokenOf(learner), "/api/v1/learners/me/suggestions?count=50")).stream()
                .map(item -> text(item, "topic"))
                .collect(Collectors.toSet());
    }

    private static List<String> weakTopics(TestLearner learner) {
        return items(service.get(tokenOf(learner), "/api/v1/learners/me/weak-topics")).stream()
                .map(item -> text(item, "topic"))
                .toList();
    }

    private static List<String> suggested(TestLearner learner, String path) {
        return items(service.get(tokenOf(learner), path)).stream()
                .map(item -> text(item, "question_id"))
                .toList();
    }

    private static List<JsonNode> items(JsonNode answer) {
        return answer.get("items").valueStream().toList();
    }

    private static List<String> codes(JsonNode suggestion) {
        return suggestion
                .get("reasons")
                .valueStream()
                .map(reason -> text(reason, "code"))
                .toList();
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
