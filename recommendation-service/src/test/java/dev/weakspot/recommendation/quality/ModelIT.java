package dev.weakspot.recommendation.quality;

import static dev.weakspot.recommendation.RecommendationService.someoneWith;
import static dev.weakspot.recommendation.TestLearner.aLearner;
import static dev.weakspot.recommendation.TestQuestion.questionsOn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.TestLearner;
import dev.weakspot.recommendation.TestQuestion;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What analysts and ops see of the model. */
class ModelIT {

    private static final TestQuestion EASY = new TestQuestion("set-a.easy", 0, List.of("set-a.strong"));
    private static final TestQuestion HARD = new TestQuestion("set-a.hard", 0, List.of("set-a.weak"));

    private static RecommendationService service;

    @BeforeAll
    static void start() {
        service = RecommendationService.start();
        for (int i = 0; i < 5; i++) {
            TestLearner learner = aLearner();
            service.learn(learner, List.of(learner.answersRight(EASY), learner.answersWrong(HARD)));
        }
        TestLearner other = aLearner();
        service.learn(other, other.answersAll(questionsOn("orm", 3), .75));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void predictionsWereMadeBeforeTheAnswersAndAreScored() {
        JsonNode quality = service.get(someoneWith("analyst"), "/api/v1/model/quality?questions=set-a.");

        assertThat(quality.get("predictions").asLong()).isEqualTo(10);
        assertThat(quality.get("base_rate").asDouble()).isEqualTo(.5);
        assertThat(quality.get("auc").asDouble())
                .as("the first two are guesses")
                .isBetween(.8, .99);
        assertThat(quality.get("log_loss").asDouble()).isBetween(.1, .69);
        assertThat(quality.get("ece").asDouble()).isBetween(.01, .6);
    }

    @Test
    void withoutAPrefixAllPredictionsCount() {
        JsonNode quality = service.get(someoneWith("ops"), "/api/v1/model/quality");

        assertThat(quality.get("predictions").asLong()).isEqualTo(13);
    }

    @Test
    void theModelThatServesAndTheOneInItsShadowAreComparedOnTheSameAttempts() {
        JsonNode models = service.get(someoneWith("ops"), "/api/v1/model");

        assertThat(models.at("/serving/model").asText()).isEqualTo("lean/1@13");
        assertThat(models.at("/shadow/model").asText()).isEqualTo("bayesian-core/1@13");
        assertThat(models.get("shadow_enabled").asBoolean()).isTrue();
        for (String path : List.of("/serving/all", "/serving/recent", "/shadow/all", "/shadow/recent")) {
            JsonNode quality = models.at(path);
            assertThat(quality.get("predictions").asLong()).as(path).isEqualTo(13);
            assertThat(quality.get("log_loss").asDouble()).as(path).isBetween(.1, .8);
            assertThat(quality.get("auc").asDouble()).as(path).isBetween(.6, 1.0);
        }
        assertThat(models.at("/serving/all/log_loss").asDouble())
                .isEqualTo(service.get(someoneWith("ops"), "/api/v1/model/quality")
                        .get("log_loss")
                        .asDouble());
        assertThat(models.at("/serving/all/log_loss")).isNotEqualTo(models.at("/shadow/all/log_loss"));
    }

    @Test
    void prometheusHasTheSameNumbers() {
        JsonNode models = service.get(someoneWith("analyst"), "/api/v1/model");

        String metrics = service.send("GET", "/prometheus", someoneWith("ops")).body();

        for (String role : List.of("serving", "shadow")) {
            for (String over : List.of("all", "recent")) {
                String labels = "{over=\"" + over + "\",role=\"" + role + "\"} ";
                JsonNode quality = models.get(role).get(over);
                assertThat(metrics)
                        .contains("weakspot_model_auc" + labels
                                + quality.get("auc").asText())
                        .contains("weakspot_model_log_loss" + labels
                                + quality.get("log_loss").asText())
                        .contains("weakspot_model_predictions" + labels + "13.0");
            }
        }
    }

    @Test
    void theWeakestTopicsOfAllLearnersComeFirst() {
        JsonNode topics = service.get(someoneWith("analyst"), "/api/v1/model/topics?prefix=set-a.");

        assertThat(topics.get("items").valueStream().map(item -> item.get("topic")
                        .asText()))
                .containsExactly("set-a.weak", "set-a.strong");
        assertThat(topics.at("/items/0/learners").asLong()).isEqualTo(5);
        assertThat(topics.at("/items/0/mastery").asDouble()).isBetween(.0, .5);
    }

    @Test
    void aTopicOfFewLearnersIsWithheld() {
        JsonNode topics = service.get(someoneWith("analyst"), "/api/v1/model/topics");

        assertThat(topics.get("items").valueStream().map(item -> item.get("topic")
                        .asText()))
                .doesNotContain("orm");
        assertThat(topics.get("withheld").asInt()).isEqualTo(1);
        assertThat(service.get(someoneWith("analyst"), "/api/v1/model/topics?prefix=set-a.")
                        .get("withheld")
                        .asInt())
                .isZero();
    }

    @Test
    void learnersOfASimulatorAreNoPeople() {
        JsonNode before = service.get(someoneWith("analyst"), "/api/v1/model/topics");
        TestQuestion other = new TestQuestion("set-b.one", 0, List.of("set-b.topic"));

        for (int i = 0; i < 5; i++) {
            TestLearner learner = aLearner();
            service.learn(learner, List.of(learner.simulates(HARD, 1), learner.simulates(other, 1)));
        }

        assertThat(service.get(someoneWith("analyst"), "/api/v1/model/topics")).isEqualTo(before);
    }

    @Test
    void noMoreTopicsThanAskedFor() {
        JsonNode topics = service.get(someoneWith("analyst"), "/api/v1/model/topics?count=1");

        assertThat(topics.get("items")).hasSize(1);
    }
}
