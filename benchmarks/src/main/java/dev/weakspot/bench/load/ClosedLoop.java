package dev.weakspot.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * So many connections, each of which asks anew as soon as it is answered: how much a service can do. Keeps its connections
 * from one run to the next, as clients do.
 */
public final class ClosedLoop implements AutoCloseable {

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final double NOTABLE_GAIN = 1.05;
    private static final int STEADY_WINDOWS = 4;

    /** Before the JVM's second compiler has looked at everything, no window tells much: after 30,000 it still takes a tenth of two processors. */
    private static final int COMPILED_AFTER = 200_000;

    private final List<HttpConnection> connections = new ArrayList<>();
    private final int expectedStatus;
    private final Supplier<byte[]> requests;

    /** The requests are asked for by several threads. */
    public ClosedLoop(int port, int connections, int expectedStatus, Supplier<byte[]> requests) throws IOException {
        this.expectedStatus = expectedStatus;
        this.requests = requests;
        for (int i = 0; i < connections; i++) {
            this.connections.add(new HttpConnection(port));
        }
    }

    /** Asks until it does not get faster any more: compilers, caches and pools have settled. At most for so long. */
    public void warmUp(Duration atMost) throws InterruptedException, ExecutionException {
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

    /** Asks for so long; any answer but the expected one ends it. */
    public Throughput run(Duration length) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        List<Future<Histogram>> asking = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (HttpConnection connection : connections) {
                asking.add(threads.submit(() -> ask(connection, end)));
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        var latency = Latency.histogram();
        for (Future<Histogram> each : asking) {
            latency.add(each.get());
        }
        return new Throughput(latency.getTotalCount() / seconds, new Latency(latency));
    }

    private Histogram ask(HttpConnection connection, long end) throws IOException {
        var latency = Latency.histogram();
        for (long now = System.nanoTime(); now < end; ) {
            connection.exchange(requests.get()).require(expectedStatus);
            long answered = System.nanoTime();
            latency.recordValue(answered - now);
            now = answered;
        }
        return latency;
    }

    @Override
    public void close() throws IOException {
        for (HttpConnection connection : connections) {
            connection.close();
        }
    }

    /** What was answered, and how fast. */
    public record Throughput(double perSecond, Latency latency) {}
}
