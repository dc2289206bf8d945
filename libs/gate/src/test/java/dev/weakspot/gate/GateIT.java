package dev.weakspot.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The test's gate lets 8 connections and 4 requests in and waits a second. */
@MicronautTest
@Timeout(60)
class GateIT {

    private static final String HALL = "GET /castle/hall HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String AUDIENCE = "GET /castle/audience HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String LETTER = "POST /castle/letters HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n";

    private final EmbeddedServer server;
    private final Castle castle;
    private final MeterRegistry meters;

    GateIT(EmbeddedServer server, Castle castle, MeterRegistry meters) {
        this.server = server;
        this.castle = castle;
        this.meters = meters;
    }

    @AfterEach
    void everybodyHasLeft() {
        castle.farewells.release(1_000);
        await().until(() -> running() == 0 && open() == 0);
        castle.farewells.drainPermits();
        castle.audiences.set(0);
    }

    @Test
    void whoSaysNothingIsCutWithoutAWord() {
        try (Caller caller = call()) {
            assertThat(caller.hearAll()).isEmpty();
        }
    }

    @Test
    void whoSpellsARequestByteByByteIsCut() {
        try (Caller caller = call()) {
            assertThat(spelling(caller, "GET /castle/hall HTTP/1.1\r\nX-Slow: "))
                    .startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void whoSpellsABodyByteByByteIsCut() {
        try (Caller caller = call()) {
            assertThat(spelling(caller, LETTER + "Content-Length: 1000\r\n\r\n"))
                    .startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void theNextRequestOfAConnectionHasItsOwnTime() {
        try (Caller caller = call()) {
            assertThat(caller.say(HALL).hear()).startsWith("HTTP/1.1 200 ");
            assertThat(spelling(caller, "GET /castle/hall HTTP/1.1\r\nX-Slow: "))
                    .startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aLongWaitForAnAnswerIsNotCut() {
        try (Caller caller = call()) {
            caller.say(AUDIENCE);
            await().until(() -> castle.audiences.get() == 1);
            // Longer than a request may take to arrive.
            await().pollDelay(Duration.ofMillis(1_500)).until(() -> running() == 1);
            castle.farewells.release();
            assertThat(caller.hear()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void whoDoesNotReadIsCut() {
        try (Caller caller = call()) {
            caller.say("GET /castle/library HTTP/1.1\r\nHost: x\r\n\r\n");

            await().atMost(Duration.ofSeconds(10)).until(() -> open() == 0);
        }
    }

    @Test
    void anIdleConnectionIsClosed() {
        try (Caller caller = call()) {
            assertThat(caller.say(HALL).hear()).startsWith("HTTP/1.1 200 ");
            assertThat(caller.hearAll()).isEmpty();
        }
    }

    @Test
    void afterAHeadThatCannotBeReadTheConnectionEnds() {
        try (Caller caller = call()) {
            assertThat(caller.say("GET /castle/hall HTTP/1.1\r\nHost: x\r\nX-Odd: \0\r\n\r\n" + HALL)
                            .hearAll())
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("connection: close");
        }
    }

    @Test
    void aBodyThatCannotBeReadIsAnsweredAtOnce() {
        try (Caller caller = call()) {
            assertThat(caller.say(LETTER + "Transfer-Encoding: chunked\r\n\r\nno chunk\r\n\r\n")
                            .hearAll())
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void aContinueIsNoAnswer() {
        try (Caller caller = call()) {
            assertThat(caller.say(LETTER + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n")
                            .hear())
                    .startsWith("HTTP/1.1 100 ");
            assertThat(caller.say("hello").hear()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void whoAsksAndAsksWithoutWaitingIsCut() {
        try (Caller caller = call()) {
            assertThat(caller.say(AUDIENCE.repeat(1_000)).hearAll()).isEmpty();
            assertThat(castle.audiences).hasValueLessThan(5);
        }
    }

    @Test
    void oneRequestTooManyIsToldToComeAgainAndTheOthersAreAnswered() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> inside = IntStream.range(0, 4)
                    .mapToObj(_ -> threads.submit(() -> answerTo(AUDIENCE)))
                    .toList();
            await().until(() -> castle.audiences.get() == 4);

            assertThat(answerTo(HALL)).startsWith("HTTP/1.1 503 ").containsIgnoringCase("retry-after: 1");

            castle.farewells.release(4);
            for (Future<String> each : inside) {
                assertThat(get(each)).startsWith("HTTP/1.1 200 ");
            }
            await().untilAsserted(() -> assertThat(answerTo(HALL)).startsWith("HTTP/1.1 200 "));
        }
    }

    @Test
    void whoeverWatchesIsLetIn() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4).forEach(_ -> threads.execute(() -> answerTo(AUDIENCE)));
            await().until(() -> castle.audiences.get() == 4);

            assertThat(answerTo("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")).doesNotStartWith("HTTP/1.1 503 ");
            castle.farewells.release(4);
        }
    }

    @Test
    void whoHasLeftDoesNotCountForEver() {
        for (int i = 0; i < 4; i++) {
            call().say(LETTER + "Content-Length: 1000\r\n\r\nhalf a").close();
        }

        await().untilAsserted(() -> assertThat(running()).isZero());
    }

    @Test
    void oneConnectionTooManyIsToldToComeAgain() {
        List<Caller> callers = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                callers.add(call());
            }
            await().until(() -> open() == 8);

            assertThat(answerTo(HALL)).startsWith("HTTP/1.1 503 ").containsIgnoringCase("retry-after: 1");
        } finally {
            callers.forEach(Caller::close);
        }
    }

    @Test
    void whoOpensConnectionsInCrowdsIsNotEvenTold() {
        List<Caller> callers = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                callers.add(call());
            }

            await().untilAsserted(() -> assertThat(open()).isLessThanOrEqualTo(16));
        } finally {
            callers.forEach(Caller::close);
        }
    }

    private Caller call() {
        return new Caller(server.getPort());
    }

    private String answerTo(String request) {
        try (Caller caller = call()) {
            return caller.say(request).hear();
        }
    }

    /** What the service says to somebody who says a byte every tenth of a second. */
    private static String spelling(Caller caller, String beginning) {
        caller.say(beginning);
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            Future<?> bytes = clock.scheduleAtFixedRate(() -> caller.say("x"), 100, 100, TimeUnit.MILLISECONDS);
            try {
                return caller.hear();
            } finally {
                bytes.cancel(true);
            }
        }
    }

    private static String get(Future<String> answer) throws InterruptedException, ExecutionException {
        return answer.get();
    }

    private int running() {
        return (int) meters.get("weakspot.requests.running").gauge().value();
    }

    private int open() {
        return (int) meters.get("weakspot.connections.open").gauge().value();
    }
}
