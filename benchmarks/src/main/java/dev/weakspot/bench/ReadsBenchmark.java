package dev.weakspot.bench;

import dev.weakspot.bench.load.ClosedLoop;
import dev.weakspot.bench.load.ClosedLoop.Throughput;
import dev.weakspot.bench.load.Request;
import java.util.ArrayList;
import java.util.List;

/** What learners look at: how many a second, and how long the slowest hundredth waits, with a large bank. */
record ReadsBenchmark() implements Benchmark {

    private static final Bank BANK = new Bank(60, 10_000);
    private static final int CONNECTIONS = 16;
    private static final int ATTEMPTS_EACH = 100;

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public String question() {
        return "weak topics and suggestions over " + CONNECTIONS + " connections, from 10,000 questions";
    }

    @Override
    public List<Figure> measure(Bench.Conditions conditions) throws Exception {
        int number = conditions.effort().count(1_000, 300, 20);
        try (RunningWeakspot weakspot = RunningWeakspot.start(conditions.installation(), "--no-bank")) {
            weakspot.publish(BANK);
            Learners learners = Learners.signedIn(number, weakspot.identity());
            new History(BANK, number, Learners::id)
                    .publish(weakspot.system().ports().bootstrap(), (long) number * ATTEMPTS_EACH);
            weakspot.awaitLearned((long) number * ATTEMPTS_EACH);
            List<Figure> figures = new ArrayList<>();
            for (String what : List.of("weak-topics", "suggestions")) {
                figures.addAll(
                        measure(what, learners, weakspot.system().ports().recommendation(), conditions.effort()));
            }
            return figures;
        }
    }

    private static List<Figure> measure(String what, Learners learners, int port, Effort effort) throws Exception {
        List<byte[]> requests = learners.tokens().stream()
                .map(token -> Request.get("/api/v1/learners/me/" + what, token))
                .toList();
        List<Double> perSecond = new ArrayList<>();
        List<Double> p99 = new ArrayList<>();
        try (var load = new ClosedLoop(port, CONNECTIONS, 200, () -> Learners.any(requests))) {
            load.warmUp(effort.warmUp());
            for (int round = 0; round < effort.rounds(); round++) {
                Throughput throughput = load.run(effort.round());
                perSecond.add(throughput.perSecond());
                p99.add(throughput.latency().p99());
            }
        }
        return List.of(
                Figure.atLeast("reads." + what, new Samples(perSecond), "/s", 3_000, 8_000),
                Figure.atMost("reads." + what + ".p99", new Samples(p99), "ms", 20, 10));
    }
}
