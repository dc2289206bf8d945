package dev.weakspot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.weakspot.bench.load.ConnectionPool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class VisibleBenchmarkTest {

    private static final String RECORDED = "201 {\"sequence\":7}";
    private static final String RECORDED_BEFORE = "200 {\"sequence\":7}";
    private static final String BUSY = "503 {}";
    private static final String BEHIND = "200 {\"as_of\":{\"behind\":true}}";
    private static final String SEEN = "200 {\"as_of\":{\"behind\":false}}";

    @Test
    void whoIsBehindIsAskedAgain() throws Exception {
        assertThat(unusedAfterAJourney(List.of(RECORDED), List.of(BEHIND, BEHIND, SEEN)))
                .isEmpty();
    }

    @Test
    void whoIsBusyIsAskedAgainLater() throws Exception {
        assertThat(unusedAfterAJourney(List.of(BUSY, RECORDED_BEFORE), List.of(BUSY, SEEN)))
                .isEmpty();
    }

    @Test
    void whatNobodyExpectsEndsIt() {
        assertThatIOException()
                .isThrownBy(() -> unusedAfterAJourney(List.of("404 {}"), List.of()))
                .withMessage("Expected 201, got 404: {}");
    }

    /** Which answers nobody has asked for. */
    private static List<String> unusedAfterAJourney(List<String> practice, List<String> recommendation)
            throws Exception {
        try (var recorder = new Script(practice);
                var teller = new Script(recommendation);
                var toRecorder = new ConnectionPool(recorder.port(), 1);
                var toTeller = new ConnectionPool(teller.port(), 1)) {
            VisibleBenchmark.seeWhatFollows("token", toRecorder, toTeller);
            recorder.answers.addAll(teller.answers);
            return List.copyOf(recorder.answers);
        }
    }

    /** A service that gives these answers, one after the other, to whoever connects first. */
    private static final class Script implements AutoCloseable {

        private final Queue<String> answers;
        private final ServerSocket server;

        Script(List<String> answers) throws IOException {
            this.answers = new ConcurrentLinkedQueue<>(answers);
            this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            var _ = CompletableFuture.runAsync(
                    this::play, task -> Thread.ofVirtual().start(task));
        }

        int port() {
            return server.getLocalPort();
        }

        private void play() {
            try (Socket caller = server.accept()) {
                var requests =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = caller.getOutputStream();
                while (isAsked(requests)) {
                    String[] answer = answers.remove().split(" ", 2);
                    out.write(("HTTP/1.1 " + answer[0] + "\r\ncontent-length: " + answer[1].length() + "\r\n\r\n"
                                    + answer[1])
                            .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // Hung up: the journey is over.
            }
        }

        private static boolean isAsked(BufferedReader requests) throws IOException {
            int length = 0;
            String line = requests.readLine();
            while (line != null && !line.isEmpty()) {
                if (line.startsWith("Content-Length: ")) {
                    length = Integer.parseInt(line.substring("Content-Length: ".length()));
                }
                line = requests.readLine();
            }
            for (int i = 0; i < length; i++) {
                requests.read();
            }
            return line != null;
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
