package dev.weakspot.practice.attempt;

import static dev.weakspot.practice.PracticeService.learner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.practice.PracticeService;
import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.KafkaServer;
import dev.weakspot.testbed.Ports;
import dev.weakspot.testbed.PostgresServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner notices when a neighbour is away: as little as can be. */
class OutagesIT {

    @TempDir
    Path folder;

    private final String ada = learner(UUID.randomUUID());

    @Test
    void attemptsAreTakenWhileKafkaIsAwayAndPublishedAfterwards() throws IOException {
        int port = Ports.anyFree();
        KafkaServer kafka = KafkaServer.start(folder, port);
        try (PracticeService practice = PracticeService.start(PostgresServer.shared(), kafka)) {
            publishQuestion(practice);
            kafka.stop();

            for (int i = 0; i < 20; i++) {
                assertThat(practice.post(ada, attempt()).statusCode()).isEqualTo(201);
            }

            assertThat(practice.get("", "/health/readiness").statusCode()).isEqualTo(200);
            kafka = KafkaServer.start(folder, port);
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                            practice.messages(PracticeService.ATTEMPTS))
                    .hasSize(20));
        } finally {
            kafka.stop();
        }
    }

    @Test
    void attemptsAreRefusedForNowWhileTheDatabaseIsAway() throws IOException {
        int port = Ports.anyFree();
        PostgresServer postgres = PostgresServer.start(folder, port);
        try (PracticeService practice = PracticeService.start(postgres, KafkaServer.shared())) {
            publishQuestion(practice);
            String attempt = attempt();
            assertThat(practice.post(ada, attempt()).statusCode()).isEqualTo(201);
            postgres.close();

            HttpResponse<String> refused = practice.post(ada, attempt);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.body()).contains("/problems/too-busy");
            postgres = PostgresServer.start(folder, port);
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                            practice.post(ada, attempt).statusCode())
                    .isBetween(200, 201));
        } finally {
            postgres.close();
        }
    }

    private static void publishQuestion(PracticeService practice) {
        Contracts.examples(PracticeService.QUESTIONS).stream()
                .filter(example -> example.name().equals("single-choice"))
                .forEach(practice::publish);
    }

    private static String attempt() {
        return """
                {"attempt_id":"%s","question_id":"queryset-is-lazy","question_version":1,
                 "answer":{"type":"single-choice","choice":"b"}}""".formatted(UUID.randomUUID());
    }
}
