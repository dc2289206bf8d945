package dev.weakspot.recommendation.belief;

import static dev.weakspot.recommendation.RecommendationService.tokenOf;
import static dev.weakspot.recommendation.TestLearner.aLearner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.TestLearner;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Those who wait for their attempt to be applied, and not by this instance. */
class WaitingIT {

    private static RecommendationService service;

    @BeforeAll
    static void start() {
        service = RecommendationService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whatAnotherInstanceAppliesEndsTheWaitOfAll() throws Exception {
        List<TestLearner> learners =
                IntStream.range(0, 20).mapToObj(_ -> aLearner()).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> answers = learners.stream()
                    .map(learner -> threads.submit(
                            () -> service.get(tokenOf(learner), "/api/v1/learners/me/weak-topics?after=3")))
                    .toList();

            await().until(() -> service.bean(Progress.class).waiting() == learners.size());

            String memory = HexFormat.of().formatHex(new LearnerMemory().toBytes());
            learners.forEach(learner ->
                    service.update("insert into learner (learner_id, sequence, answered_at, memory) values ('"
                            + learner.id() + "', 3, now(), '\\x" + memory + "')"));

            for (Future<JsonNode> answer : answers) {
                assertThat(answer.get().at("/as_of/behind").asBoolean()).isFalse();
            }
        }
    }
}
