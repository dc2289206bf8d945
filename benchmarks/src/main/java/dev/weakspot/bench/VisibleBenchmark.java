package dev.weakspot.bench;

import dev.weakspot.bench.baseline.NaivePipeline;
import dev.weakspot.bench.load.ConnectionPool;
import dev.weakspot.bench.load.HttpConnection;
import dev.weakspot.bench.load.Latency;
import dev.weakspot.bench.load.OpenLoop;
import dev.weakspot.bench.load.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From a POST to the belief that follows from it, seen through GET; beside the same journey through the obvious code. */
record VisibleBenchmark(String name, int perSecond) implements Benchmark {

    private static final Bank BANK = new Bank(60, 600);
    private static final int LEARNERS = 1_000;
    private static final int CONNECTIONS = 64;

    /** After so many the JVM's second compiler has met almost everything: they take a minute or two, and on a slow machine five. */
    private static final int WARM_AFTER = 40_000;

    /** It is behind then, since the journeys leave it little of the processors: a part of the warm-up goes at the speed that is measured. */
    private static final int PART_TO_CATCH_UP = 5;

    /** What our services say with each 503. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":([0-9]+)");

    @Override
    public String question() {
        return "from POST to the belief seen through GET, at " + perSecond + " a second: obvious code ÷ ours";
    }

    @Override
    public List<Figure> measure(Bench.Conditions conditions) throws Exception {
        Effort effort = conditions.effort();
        try (RunningWeakspot weakspot = RunningWeakspot.start(conditions, "--no-bank")) {
            weakspot.publish(BANK);
            Learners learners = Learners.signedIn(LEARNERS, weakspot.identity());
            weakspot.createDatabase("naive");
            var ports = weakspot.system().ports();
            List<Double> p99 = new ArrayList<>();
            try (var practice = new ConnectionPool(ports.practice(), CONNECTIONS);
                    var recommendation = new ConnectionPool(ports.recommendation(), CONNECTIONS)) {
                OpenLoop.Errand ours = () -> seeWhatFollows(learners.anyToken(), practice, recommendation);
                warmUp(effort.warmUp(), ours);
                OpenLoop.run(perSecond, effort.warmUp().dividedBy(PART_TO_CATCH_UP), ours);
                weakspot.settle();
                Rounds rounds = Rounds.run(
                        effort.rounds(),
                        () -> {
                            try (var naive = new NaivePipeline(
                                    weakspot.database("naive"), ports.bootstrap(), VisibleBenchmark::event)) {
                                return OpenLoop.run(
                                                perSecond,
                                                effort.round(),
                                                () -> naive.attempt(
                                                        Learners.id(0).toString()))
                                        .p50();
                            }
                        },
                        () -> {
                            Latency latency = OpenLoop.run(perSecond, effort.round(), ours);
                            p99.add(latency.p99());
                            return latency.p50();
                        });
                return List.of(
                        Figure.atLeast(name + ".ratio", rounds.saving(), "", 40, 100),
                        whenQuiet(conditions, Figure.wishedAtMost(name + ".p50", rounds.subject(), "ms", 5)),
                        whenQuiet(conditions, Figure.wishedAtMost(name + ".p99", new Samples(p99), "ms", 20)),
                        Figure.told(name + ".baseline-p50", rounds.baseline(), "ms"));
            }
        }
    }

    /** A time has a goal at 200 a second on a quiet machine only. */
    private Figure whenQuiet(Bench.Conditions conditions, Figure figure) throws Exception {
        return perSecond > 200 || conditions.machine().isNoisy()
                ? Figure.told(figure.name(), figure.samples(), figure.unit())
                : figure;
    }

    /** As fast as it goes: at a few hundred a second the JVM would take many minutes to compile everything. */
    private static void warmUp(Duration atMost, OpenLoop.Errand errand) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        var begun = new AtomicInteger();
        Callable<Void> client = () -> {
            try {
                while (begun.getAndIncrement() < WARM_AFTER && System.nanoTime() < end) {
                    errand.run();
                }
                return null;
            } catch (Exception e) {
                // The others need not go on.
                begun.set(WARM_AFTER);
                throw e;
            }
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(CONNECTIONS / 4, client))) {
                OpenLoop.resultOf(done);
            }
        }
    }

    /**
     * Returns when the belief is seen, and fails after a minute. Who is told that it is behind asks again at once, and who hears 503 a second
     * later.
     */
    static void seeWhatFollows(String token, ConnectionPool practice, ConnectionPool recommendation)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpConnection.Answer recorded = ask(practice, Learners.attempt(BANK, token), end);
        // 200 says that an attempt was recorded before, which a 503 did not know.
        Matcher sequence = SEQUENCE.matcher(
                recorded.status() == 200
                        ? recorded.body()
                        : recorded.require(201).body());
        if (!sequence.find()) {
            throw new IOException("No sequence in " + recorded.body());
        }
        byte[] look = Request.get("/api/v1/learners/me/weak-topics?after=" + sequence.group(1), token);
        while (ask(recommendation, look, end).require(200).body().contains("\"behind\":true")) {
            requireBefore(end, "A belief was not visible");
        }
    }

    private static HttpConnection.Answer ask(ConnectionPool service, byte[] request, long end)
            throws IOException, InterruptedException {
        HttpConnection.Answer answer = service.exchange(request);
        while (answer.status() == 503) {
            requireBefore(end, "Still refused: " + answer.body());
            Thread.sleep(RETRY_AFTER);
            answer = service.exchange(request);
        }
        return answer;
    }

    private static void requireBefore(long end, String trouble) throws IOException {
        if (System.nanoTime() > end) {
            throw new IOException(trouble + " (after " + PATIENCE.toSeconds() + " s)");
        }
    }

    private static String event(UUID id, String learner) {
        return "{\"attempt_id\":\"" + id + "\",\"learner_id\":\"" + learner
                + "\",\"topics\":[\"topic-1\"],\"score\":1}";
    }
}
