package dev.weakspot.bench;

import dev.weakspot.bench.baseline.InsertedPairs;
import dev.weakspot.bench.load.ClosedLoop;
import dev.weakspot.bench.load.ClosedLoop.Throughput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Attempts from POST to 201 after the commit, beside what PostgreSQL alone can do: the same rows inserted by 16 clients, pair by
 * pair. Everything runs meanwhile: the relay publishes, and the recommendation service learns.
 */
record AttemptsBenchmark(String name, int connections, double floor, double goal) implements Benchmark {

    private static final Bank BANK = new Bank(60, 600);
    private static final int LEARNERS = 1_000;

    @Override
    public String question() {
        return "durable attempts over " + connections
                + " connections ÷ the same rows inserted by 16 clients of the database";
    }

    @Override
    public List<Figure> measure(Bench.Conditions conditions) throws Exception {
        Effort effort = conditions.effort();
        try (RunningWeakspot weakspot = RunningWeakspot.start(conditions.installation(), "--no-bank")) {
            weakspot.publish(BANK);
            Learners learners = Learners.signedIn(LEARNERS, weakspot.identity());
            InsertedPairs baseline = InsertedPairs.prepare(weakspot.database("practice"), conditions.installation());
            conditions.tell("  baseline: " + baseline.how());
            List<Double> p50 = new ArrayList<>();
            List<Double> p99 = new ArrayList<>();
            List<Double> processor = new ArrayList<>();
            try (var load = new ClosedLoop(
                    weakspot.system().ports().practice(), connections, 201, () -> learners.attempt(BANK))) {
                load.warmUp(effort.warmUp());
                weakspot.settle();
                Rounds rounds = Rounds.run(effort.rounds(), () -> baseline.perSecond(effort.round()), () -> {
                    Duration before = weakspot.processorTime();
                    Throughput throughput = load.run(effort.round());
                    p50.add(throughput.latency().p50());
                    p99.add(throughput.latency().p99());
                    // What is still to be learned must not slow the baseline down.
                    weakspot.settle();
                    processor.add(weakspot.processorTime().minus(before).toNanos()
                            / 1e3
                            / throughput.latency().count());
                    return throughput.perSecond();
                });
                return List.of(
                        Figure.atLeast(name + ".ratio", rounds.gain(), "", floor, goal),
                        Figure.told(name + ".ours", rounds.subject(), "/s"),
                        Figure.told(name + ".baseline", rounds.baseline(), "/s"),
                        Figure.told(name + ".p50", new Samples(p50), "ms"),
                        Figure.told(name + ".p99", new Samples(p99), "ms"),
                        // To the belief, with the relay and the broker; a neighbour's noise should change it little.
                        Figure.told(name + ".processor-time", new Samples(processor), "µs"));
            }
        }
    }
}
