package dev.weakspot.bench;

import dev.weakspot.bench.baseline.InsertedPairs;
import dev.weakspot.bench.load.ClosedLoop;
import dev.weakspot.bench.load.ClosedLoop.Throughput;
import dev.weakspot.cli.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Attempts from POST to 201 after the commit, beside what PostgreSQL alone can do: the same rows inserted by 16 clients, pair by
 * pair. The practice service runs by itself, with or without its relay.
 */
record AttemptsBenchmark(String name, int connections, boolean isPublishing, double floor, double goal)
        implements Benchmark {

    private static final Bank BANK = new Bank(60, 600);
    private static final int LEARNERS = 1_000;

    @Override
    public String question() {
        return "durable attempts over " + connections + " connections"
                + (isPublishing ? ", published as well," : "")
                + " ÷ the same rows inserted by 16 clients of the database";
    }

    @Override
    public List<Figure> measure(Bench.Conditions conditions) throws Exception {
        Effort effort = conditions.effort();
        Map<String, String> settings = Map.of("weakspot.outbox.relay", Boolean.toString(isPublishing));
        try (var stage = new Stage(conditions);
                ServiceProcess practice = stage.start(ServiceName.PRACTICE, settings)) {
            BANK.publish(stage.ports().bootstrap());
            Databases.await(stage.database(ServiceName.PRACTICE), "select count(*) from question", BANK.questions());
            Learners learners = Learners.signedIn(LEARNERS, stage.identity());
            InsertedPairs baseline =
                    InsertedPairs.prepare(stage.database(ServiceName.PRACTICE), conditions.installation());
            conditions.tell("  baseline: " + baseline.how());
            List<Double> p50 = new ArrayList<>();
            List<Double> p99 = new ArrayList<>();
            List<Double> processor = new ArrayList<>();
            var load = new ClosedLoop(practice.port(), connections, 201, () -> learners.attempt(BANK));
            load.warmUp(effort.warmUp());
            settle(stage);
            Rounds rounds = Rounds.run(effort.rounds(), () -> baseline.perSecond(effort.round()), () -> {
                Duration before = practice.processorTime();
                Throughput throughput = load.run(effort.round());
                p50.add(throughput.latency().p50());
                p99.add(throughput.latency().p99());
                // What is still to be published must not slow the baseline down.
                settle(stage);
                processor.add(practice.processorTime().minus(before).toNanos()
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
                    // The service's own, without database, broker and clients; neighbours should change it little.
                    Figure.told(name + ".processor-time", new Samples(processor), "µs"));
        }
    }

    private void settle(Stage stage) throws Exception {
        Databases.await(
                stage.database(ServiceName.PRACTICE), isPublishing ? "select -count(*) from outbox" : "select 0", 0);
    }
}
