package dev.weakspot.bench;

import dev.weakspot.bench.baseline.NaivePipeline;
import dev.weakspot.bench.load.ConnectionPool;
import dev.weakspot.bench.load.Latency;
import dev.weakspot.bench.load.OpenLoop;
import dev.weakspot.bench.load.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    /** After so many the JVM's second compiler has little left: they take a minute or two, and on a slow machine five. */
    private static final int WARM_AFTER = 40_000;

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
                warmUp(effort.warmUp(), () -> seeWhatFollows(learners.anyToken(), practice, recommendation));
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
    private static void warmUp(Duration atMost, OpenLoop.Errand errand) {
        long end = System.nanoTime() + atMost.toNanos();
        var begun = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS / 4; i++) {
                Future<?> _ = threads.submit(() -> {
                    while (begun.getAndIncrement() < WARM_AFTER && System.nanoTime() < end) {
                        try {
                            errand.run();
                        } catch (IllegalStateException late) {
                            // A cold system may be: what was asked is compiled a little more, all the same.
                        }
                    }
                    return null;
                });
            }
        }
    }

    private static void seeWhatFollows(String token, ConnectionPool practice, ConnectionPool recommendation)
            throws Exception {
        String recorded =
                practice.exchange(Learners.attempt(BANK, token)).require(201).body();
        Matcher sequence = SEQUENCE.matcher(recorded);
        if (!sequence.find()) {
            throw new IllegalStateException("No sequence in " + recorded);
        }
        String path = "/api/v1/learners/me/weak-topics?after=" + sequence.group(1);
        String seen =
                recommendation.exchange(Request.get(path, token)).require(200).body();
        if (seen.contains("\"behind\":true")) {
            throw new IllegalStateException("Not visible after two seconds");
        }
    }

    private static String event(UUID id, String learner) {
        return "{\"attempt_id\":\"" + id + "\",\"learner_id\":\"" + learner
                + "\",\"topics\":[\"topic-1\"],\"score\":1}";
    }
}
