package dev.weakspot.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * So many connections, each of which asks anew as soon as it is answered: how much a service can do. One thread serves them all,
 * because each further one would take processors from what is measured; how long an answer took includes its wait for that thread.
 * Not for several threads.
 */
public final class ClosedLoop {

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final double NOTABLE_GAIN = 1.05;
    private static final int STEADY_WINDOWS = 4;

    /** Before the JVM's second compiler has looked at everything, no window tells much: after 200,000 it still takes a twelfth of two processors. */
    private static final int COMPILED_AFTER = 400_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final int connections;
    private final int expectedStatus;
    private final Supplier<byte[]> requests;

    public ClosedLoop(int port, int connections, int expectedStatus, Supplier<byte[]> requests) {
        this.port = port;
        this.connections = connections;
        this.expectedStatus = expectedStatus;
        this.requests = requests;
    }

    /** Asks until it does not get faster any more: compilers, caches and pools have settled. At most for so long. */
    public void warmUp(Duration atMost) throws IOException {
        long end = System.nanoTime() + atMost.toNanos();
        double best = 0;
        double answered = 0;
        int withoutGain = 0;
        while ((withoutGain < STEADY_WINDOWS || answered < COMPILED_AFTER) && System.nanoTime() < end) {
            double perSecond = run(WINDOW).perSecond();
            answered += perSecond * WINDOW.toSeconds();
            withoutGain = perSecond < best * NOTABLE_GAIN ? withoutGain + 1 : 0;
            best = Math.max(best, perSecond);
        }
    }

    /** Asks for so long, over connections of its own; any answer but the expected one ends it. */
    public Throughput run(Duration length) throws IOException {
        List<Caller> callers = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                callers.add(new Caller(selector));
            }
            return run(callers, selector, length);
        } finally {
            for (Caller caller : callers) {
                caller.channel.close();
            }
        }
    }

    private Throughput run(List<Caller> callers, Selector selector, Duration length) throws IOException {
        Histogram latency = Latency.histogram();
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        for (Caller caller : callers) {
            caller.ask();
        }
        int waiting = callers.size();
        while (waiting > 0) {
            if (selector.select(PATIENCE.toMillis()) == 0) {
                throw new IOException("The service has answered nothing for " + PATIENCE.toSeconds() + " s");
            }
            for (SelectionKey key : selector.selectedKeys()) {
                Caller caller = (Caller) key.attachment();
                if (caller.isAnswered()) {
                    long now = System.nanoTime();
                    latency.recordValue(now - caller.askedAt);
                    if (now < end) {
                        caller.ask();
                    } else {
                        waiting--;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Throughput(latency.getTotalCount() / seconds, new Latency(latency));
    }

    /** What was answered, and how fast. */
    public record Throughput(double perSecond, Latency latency) {}

    /** Somebody who asks again as soon as they are answered. */
    private final class Caller {

        private final SocketChannel channel;
        private final HttpExchange exchange;
        private long askedAt;

        Caller(Selector selector) throws IOException {
            channel = HttpExchange.open(port);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            exchange = new HttpExchange(channel);
        }

        void ask() throws IOException {
            byte[] request = requests.get();
            askedAt = System.nanoTime();
            exchange.send(request);
        }

        boolean isAnswered() throws IOException {
            if (!exchange.receive()) {
                return false;
            }
            if (exchange.status() != expectedStatus) {
                throw new IOException(
                        "Expected " + expectedStatus + ", got " + exchange.status() + ": " + exchange.body());
            }
            return true;
        }
    }
}
