package dev.weakspot.practice.attempt;

import static dev.weakspot.practice.PracticeService.learner;
import static dev.weakspot.practice.PracticeService.newAttempt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.practice.Fingerprint;
import dev.weakspot.practice.PracticeService;
import dev.weakspot.practice.grading.Grade;
import dev.weakspot.practice.learner.LearnerId;
import dev.weakspot.practice.question.Question;
import dev.weakspot.practice.question.QuestionVersion;
import dev.weakspot.practice.question.Questions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where a commit takes its time: a trigger at the end of each transaction, and a lock by which a test holds commits up. */
class SlowDiskIT {

    private static final String QUESTION = "lazy";

    private static final String SLOW_COMMITS = """
            create function take_its_time() returns trigger language plpgsql as $$
            begin
                perform pg_sleep(0.0002), pg_advisory_xact_lock_shared(1);
                return null;
            end $$;
            create constraint trigger slow_commit after insert on attempt deferrable initially deferred
                for each row execute function take_its_time()
            """;

    private static final String HOLD_UP = "select pg_advisory_lock(1)";
    private static final String LET_GO = "select pg_advisory_unlock(1)";

    private static final String COMMITS_HELD_UP = """
            select count(*) from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'
            """;

    private static PracticeService practice;

    @BeforeAll
    static void slowDown() throws SQLException {
        practice = PracticeService.start();
        practice.publish(QUESTION, "junior", "orm-queries");
        try (Connection connection = practice.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(SLOW_COMMITS);
        }
    }

    @AfterAll
    static void stop() {
        practice.close();
    }

    @Test
    void nobodyWaitsForTheCommitOfTheGroupBefore() throws SQLException {
        try (Connection connection = practice.connect();
                Statement statement = connection.createStatement()) {
            letTheServiceSeeThatCommitsAreSlow(statement);
            statement.execute(HOLD_UP);

            var _ = practice.postAsync(learner(UUID.randomUUID()), newAttempt(QUESTION));
            Awaitility.await().until(() -> heldUp(statement) == 1);
            var _ = practice.postAsync(learner(UUID.randomUUID()), newAttempt(QUESTION));

            Awaitility.await().untilAsserted(() -> assertThat(heldUp(statement)).isEqualTo(2));
            statement.execute(LET_GO);
        }
    }

    @Test
    void whatWaitsIsCommittedBeforeTheServiceStops() throws SQLException {
        try (PracticeService stopping = PracticeService.start();
                Connection connection = stopping.connect();
                Statement statement = connection.createStatement()) {
            stopping.publish(QUESTION, "junior", "orm-queries");
            statement.execute(SLOW_COMMITS);
            statement.execute(HOLD_UP);
            for (int i = 0; i < 200; i++) {
                var _ = stopping.postAsync(learner(UUID.randomUUID()), newAttempt(QUESTION));
            }
            Gauge waiting = stopping.bean(MeterRegistry.class)
                    .get("weakspot.attempts.waiting")
                    .gauge();
            Awaitility.await().until(() -> waiting.value() > 100);
            CompletableFuture<Void> restarted = CompletableFuture.runAsync(stopping::restart);
            Awaitility.await().until(SlowDiskIT::isQueueClosing);
            statement.execute(LET_GO);

            restarted.orTimeout(30, TimeUnit.SECONDS).join();

            assertThat(count(statement, "select count(*) from attempt")).isGreaterThan(100);
        }
    }

    @Test
    void whoFindsTheQueueFullIsToldToComeAgainAndNobodyElseIs() throws SQLException {
        try (PracticeService busy = PracticeService.start();
                Connection connection = busy.connect();
                Statement statement = connection.createStatement()) {
            busy.publish(QUESTION, "junior", "orm-queries");
            statement.execute(SLOW_COMMITS);
            statement.execute(HOLD_UP);
            AttemptQueue queue = busy.bean(AttemptQueue.class);
            Question question = Awaitility.await()
                    .until(
                            () -> busy.bean(Questions.class)
                                    .find(new QuestionVersion(QUESTION, 1))
                                    .join(),
                            Optional::isPresent)
                    .orElseThrow();
            List<CompletableFuture<Entry>> taken = new ArrayList<>();

            CompletableFuture<Entry> next = queue.put(attemptAt(question));
            for (int i = 0; i < 10_000 && !next.isDone(); i++) {
                taken.add(next);
                next = queue.put(attemptAt(question));
            }

            assertThat(next)
                    .failsWithin(Duration.ZERO)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(TooBusy.class);
            assertThat(taken).hasSizeGreaterThanOrEqualTo(4_096);
            statement.execute(LET_GO);
            assertThat(taken).allSatisfy(entry -> assertThat(
                            entry.orTimeout(1, TimeUnit.MINUTES).join())
                    .isInstanceOf(Entry.Written.class));
            assertThat(count(statement, "select count(*) from attempt")).isEqualTo(taken.size());
        }
    }

    @Test
    void manyAtOnceAreNumberedWithoutGapsAndLeaveInOrder() {
        List<UUID> learners = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        List<String> tokens = learners.stream().map(PracticeService::learner).toList();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();

        for (int i = 0; i < 600; i++) {
            String attempt = newAttempt(QUESTION);
            answers.add(practice.postAsync(tokens.get(i % tokens.size()), attempt));
            if (i % 10 == 0) {
                answers.add(practice.postAsync(tokens.get(i % tokens.size()), attempt));
            }
        }

        assertThat(answers).extracting(answer -> answer.join().statusCode()).containsOnly(200, 201);
        List<Long> allInOrder = LongStream.rangeClosed(1, 200).boxed().toList();
        for (UUID learner : learners) {
            Awaitility.await()
                    .untilAsserted(() -> assertThat(publishedSequences(learner)).containsExactlyElementsOf(allInOrder));
        }
    }

    private static GradedAttempt attemptAt(Question question) {
        var submission = new Submission(
                UUID.randomUUID(),
                QUESTION,
                1,
                new AnswerBody.SingleChoice("b"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new GradedAttempt(
                new LearnerId(UUID.randomUUID()),
                submission,
                question,
                (Grade) question.key().grade(submission.answer().toAnswer()),
                "{}",
                new Fingerprint("0".repeat(64)));
    }

    private static void letTheServiceSeeThatCommitsAreSlow(Statement statement) throws SQLException {
        statement.execute(HOLD_UP);
        CompletableFuture<HttpResponse<String>> answer =
                practice.postAsync(learner(UUID.randomUUID()), newAttempt(QUESTION));
        Awaitility.await().until(() -> heldUp(statement) == 1);
        statement.execute(LET_GO);
        answer.join();
    }

    private static boolean isQueueClosing() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(AttemptQueue.class.getName())
                        && frame.getMethodName().equals("close"));
    }

    private static long heldUp(Statement statement) throws SQLException {
        return count(statement, COMMITS_HELD_UP);
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<Long> publishedSequences(UUID learner) {
        return practice.messages(PracticeService.ATTEMPTS).stream()
                .filter(event -> event.key().equals(learner.toString()))
                .map(event -> Long.valueOf(event.value().replaceFirst(".*\"sequence\":([0-9]+).*", "$1")))
                .toList();
    }
}
