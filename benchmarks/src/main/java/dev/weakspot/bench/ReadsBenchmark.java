package dev.weakspot.bench;

import dev.weakspot.bench.load.ClosedLoop;
import dev.weakspot.bench.load.ClosedLoop.Throughput;
import dev.weakspot.bench.load.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What learners look at: how many a second, and how long the slowest hundredth waits, with a large bank. Once of some learners who
 * look again soon, and once of many, most of whom have to be looked up.
 */
record ReadsBenchmark() implements Benchmark {

    private static final Bank BANK = new Bank(60, 10_000);
    private static final int CONNECTIONS = 16;
    private static final int ATTEMPTS_EACH = 100;

    /** Fewer than the service keeps for a second, which are 512. */
    private static final int SOME = 200;

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
        int number = conditions.effort().count(2_000, 1_000, 50);
        try (RunningWeakspot weakspot = RunningWeakspot.start(conditions, "--no-bank")) {
            weakspot.publish(BANK);
            Learners learners = Learners.signedIn(number, weakspot.identity());
            new History(BANK, number, Learners::id)
                    .publish(weakspot.system().ports().bootstrap(), (long) number * ATTEMPTS_EACH);
            weakspot.awaitLearned((long) number * ATTEMPTS_EACH);
            int port = weakspot.system().ports().recommendation();
            List<Figure> figures = new ArrayList<>();
            for (String what : List.of("weak-topics", "suggestions")) {
                List<byte[]> ofMany = learners.tokens().stream()
                        .map(token -> Request.get("/api/v1/learners/me/" + what, token))
                        .toList();
                Measured some = measure(ofMany.subList(0, Math.min(SOME, number)), port, conditions.effort());
                Measured many = measure(ofMany, port, conditions.effort());
                figures.add(Figure.atLeast("reads." + what, some.perSecond(), "/s", 3_000, 8_000));
                figures.add(Figure.atMost("reads." + what + ".p99", some.p99(), "ms", 20, 10));
                figures.add(Figure.told("reads." + what + ".of-many", many.perSecond(), "/s"));
                figures.add(Figure.told("reads." + what + ".of-many.p99", many.p99(), "ms"));
            }
            return figures;
        }
    }

    /** Answers a second, and milliseconds. */
    private record Measured(Samples perSecond, Samples p99) {}

    private static Measured measure(List<byte[]> requests, int port, Effort effort) throws IOException {
        List<Double> perSecond = new ArrayList<>();
        List<Double> p99 = new ArrayList<>();
        var load = new ClosedLoop(port, CONNECTIONS, 200, () -> Learners.any(requests));
        load.warmUp(effort.warmUp());
        for (int round = 0; round < effort.rounds(); round++) {
            Throughput throughput = load.run(effort.round());
            perSecond.add(throughput.perSecond());
            p99.add(throughput.latency().p99());
        }
        return new Measured(new Samples(perSecond), new Samples(p99));
    }
}
