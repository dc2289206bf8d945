package dev.weakspot.practice.attempt;

import static dev.weakspot.practice.PracticeService.learner;
import static dev.weakspot.practice.PracticeService.newAttempt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.practice.PracticeService;
import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.KafkaServer;
import dev.weakspot.testbed.Ports;
import dev.weakspot.testbed.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner notices when a neighbour is away: as little as can be. */
class OutagesIT {

    private static final String QUESTION = "lazy";

    private static final String ATTEMPTS = "/api/v1/learners/me/attempts";

    @TempDir
    Path folder;

    private final String ada = learner(UUID.randomUUID());

    @Test
    void attemptsAreTakenWhileKafkaIsAwayAndPublishedAfterwards() throws IOException {
        int port = Ports.anyFree();
        KafkaServer kafka = KafkaServer.start(folder, port);
        try (PracticeService practice = PracticeService.start(PostgresServer.shared(), kafka)) {
            practice.publish(QUESTION, "junior", "orm-queries");
            kafka.stop();

            for (int i = 0; i < 20; i++) {
                assertThat(practice.post(ada, newAttempt(QUESTION)).statusCode())
                        .isEqualTo(201);
            }

            assertThat(practice.get("", "/health/readiness").statusCode()).isEqualTo(200);
            kafka = KafkaServer.start(folder, port);
            Awaitility.await().untilAsserted(() -> assertThat(practice.messages(PracticeService.ATTEMPTS))
                    .hasSize(20));
        } finally {
            kafka.stop();
        }
    }

    @Test
    void attemptsAreRefusedForNowWhileTheDatabaseIsAwayAndRecordedOnceAfterwards() throws IOException {
        int port = Ports.anyFree();
        PostgresServer postgres = PostgresServer.start(folder, port);
        try (PracticeService practice = PracticeService.start(postgres, KafkaServer.shared())) {
            practice.publish(QUESTION, "junior", "orm-queries");
            String attempt = newAttempt(QUESTION);
            practice.post(ada, newAttempt(QUESTION));
            postgres.close();

            HttpResponse<String> refused = practice.post(ada, attempt);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.body()).contains("/problems/too-busy");
            postgres = PostgresServer.start(folder, port);
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(practice.post(ada, attempt).statusCode()).isEqualTo(200));
            assertThat(practice.get(ada, ATTEMPTS).body())
                    .contains("\"sequence\":2")
                    .doesNotContain("\"sequence\":3");
        } finally {
            postgres.close();
        }
    }

    @Test
    void whatNeedsTheDatabaseIsRefusedForNowWhileItIsAway() throws IOException {
        PostgresServer postgres = PostgresServer.start(folder, Ports.anyFree());
        try (PracticeService practice = PracticeService.start(postgres, KafkaServer.shared())) {
            postgres.close();

            List<HttpResponse<String>> refused = List.of(
                    practice.get(ada, ATTEMPTS),
                    practice.get(ada, "/api/v1/questions/" + QUESTION + "/versions/1/outline"),
                    practice.post(ada, newAttempt(QUESTION)));

            assertThat(refused).allSatisfy(response -> {
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
                assertThat(response.body()).contains("/problems/database-away");
            });
        } finally {
            postgres.close();
        }
    }

    @Test
    void aServiceThatIsThereBeforeItsDatabaseWaitsForIt() throws IOException {
        int port = Ports.anyFree();
        Database database;
        try (PostgresServer postgres = PostgresServer.start(folder, port)) {
            database = postgres.createDatabase("practice");
        }
        CompletableFuture<PracticeService> starting =
                CompletableFuture.supplyAsync(() -> PracticeService.start(database));
        try (var nobody = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            nobody.setSoTimeout(60_000);
            nobody.accept().close();
        }

        try (PostgresServer _ = PostgresServer.start(folder, port);
                PracticeService practice =
                        starting.orTimeout(1, TimeUnit.MINUTES).join()) {
            practice.publish(QUESTION, "junior", "orm-queries");
            assertThat(practice.post(ada, newAttempt(QUESTION)).statusCode()).isEqualTo(201);
        }
    }
}
