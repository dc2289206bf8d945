package dev.weakspot.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * So many errands a second, whether or not the ones before are done: as people come. Time counts from when an errand should have
 * begun, so that a service which stalls is charged for everybody who waits meanwhile (G. Tene, "How NOT to measure latency").
 */
public final class OpenLoop {

    private OpenLoop() {}

    /** What is done over and over; several at once. */
    @FunctionalInterface
    public interface Errand {
        void run() throws Exception;
    }

    /** Returns when the last errand is done; fails then as the first of them that has failed. */
    public static Latency run(int perSecond, Duration length, Errand errand) throws Exception {
        long errands = length.toMillis() * perSecond / 1_000;
        long begin = System.nanoTime();
        List<Future<Long>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long number = 0; number < errands; number++) {
                long intended = begin + number * 1_000_000_000 / perSecond;
                for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                running.add(threads.submit(() -> {
                    errand.run();
                    return System.nanoTime() - intended;
                }));
            }
        }
        var latency = Latency.histogram();
        for (Future<Long> each : running) {
            latency.recordValue(resultOf(each));
        }
        return new Latency(latency);
    }

    /** What a task that is done has come to: its result, or its own failure. */
    public static <T> T resultOf(Future<T> done) throws Exception {
        if (done.state() == Future.State.FAILED && done.exceptionNow() instanceof Exception failure) {
            throw failure;
        }
        return done.resultNow();
    }
}
