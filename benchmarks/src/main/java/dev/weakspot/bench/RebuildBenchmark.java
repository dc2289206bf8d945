package dev.weakspot.bench;

import dev.weakspot.bench.baseline.NaiveConsumer;
import dev.weakspot.bench.baseline.NaiveTables;
import dev.weakspot.cli.ServiceName;
import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.Ports;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How fast the recommendation service learns from all attempts anew, with everything it keeps; beside a consumer with a transaction
 * for each and a trivial model.
 */
record RebuildBenchmark() implements Benchmark {

    private static final Bank BANK = new Bank(60, 600);

    /** As {@code docs/runbook.md} has it. */
    private static final String FORGET = """
            begin;
            truncate learner, belief, question_seen, prediction, early_attempt, shadow_memory, parameter_change;
            update model set attempts = 0, newest_change = 0, newest_token = default, quality = '';
            delete from inbox_offset;
            commit
            """;

    /** Each look is work for the database that is measured; the last attempt is noticed that much later at most. */
    private static final long PAUSE_MILLISECONDS = 100;

    private static final int ENOUGH_PROCESSORS = 4;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String question() {
        return "attempts a second learned anew ÷ one transaction for each and a trivial model";
    }

    @Override
    public List<Figure> measure(Bench.Conditions conditions) throws Exception {
        Effort effort = conditions.effort();
        long attempts = effort.count(1_000_000, 200_000, 5_000);
        int learners = effort.count(10_000, 2_000, 100);
        try (var stage = new Stage(conditions)) {
            BANK.publish(stage.ports().bootstrap());
            new History(BANK, learners, Learners::id).publish(stage.ports().bootstrap(), attempts);
            // Migrations, and the catalog.
            stage.start(ServiceName.RECOMMENDATION).close();
            Database naive = stage.database("naive");
            NaiveTables.create(naive);
            List<Double> two = new ArrayList<>();
            Rounds rounds = Rounds.run(effort.rounds(), () -> naively(naive, stage, effort.round()), () -> {
                two.add(rebuild(stage, attempts, 2));
                return rebuild(stage, attempts, 1);
            });
            Samples gain = new Samples(two).dividedBy(rounds.subject());
            return List.of(
                    Figure.atLeast("rebuild.ratio", rounds.gain(), "", 15, 30),
                    Figure.told("rebuild.ours", rounds.subject(), "/s"),
                    Figure.told("rebuild.baseline", rounds.baseline(), "/s"),
                    Runtime.getRuntime().availableProcessors() < ENOUGH_PROCESSORS
                            ? Figure.told("rebuild.two-instances", gain, "")
                            : Figure.atLeast("rebuild.two-instances", gain, "", 1.5, 1.6));
        }
    }

    /** From the first attempts that are learned to the last. */
    private static double rebuild(Stage stage, long attempts, int instances) throws Exception {
        Database database = stage.database(ServiceName.RECOMMENDATION);
        Databases.execute(database, FORGET);
        List<ServiceProcess> running = new ArrayList<>();
        try (Connection connection = database.connect()) {
            for (int i = 0; i < instances; i++) {
                running.add(stage.launch(ServiceName.RECOMMENDATION, Ports.anyFree()));
            }
            long first = awaitMoreThan(0, connection);
            long begin = System.nanoTime();
            awaitMoreThan(attempts - 1, connection);
            return (attempts - first) / ((System.nanoTime() - begin) / 1e9);
        } finally {
            running.forEach(ServiceProcess::close);
        }
    }

    private static long awaitMoreThan(long attempts, Connection connection) throws Exception {
        long learned = Databases.number(connection, Databases.LEARNED);
        while (learned <= attempts) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
            learned = Databases.number(connection, Databases.LEARNED);
        }
        return learned;
    }

    private static double naively(Database database, Stage stage, Duration length) throws Exception {
        try (var consumer = new NaiveConsumer(database, stage.ports().bootstrap(), History.TOPIC)) {
            long begin = System.nanoTime();
            long end = begin + length.toNanos();
            long learned = 0;
            while (System.nanoTime() < end) {
                learned += consumer.consume(_ -> {});
            }
            return learned / ((System.nanoTime() - begin) / 1e9);
        }
    }
}
