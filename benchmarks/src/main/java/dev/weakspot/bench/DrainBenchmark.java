package dev.weakspot.bench;

import dev.weakspot.bench.baseline.NaiveRelay;
import dev.weakspot.bench.baseline.NaiveTables;
import dev.weakspot.cli.ServiceName;
import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Database;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How fast messages that wait in the outbox reach Kafka, beside a relay that takes them row by row; and how many dead rows a
 * million attempts leave behind on their way.
 */
record DrainBenchmark() implements Benchmark {

    private static final int PARTITIONS = 12;
    private static final int NAIVE_SHARE = 100;
    private static final int TRANSACTION = 500;
    private static final long PAUSE_MILLISECONDS = 5;
    private static final String PAYLOAD =
            Contracts.examples(History.TOPIC).getFirst().payload();

    @Override
    public String name() {
        return "drain";
    }

    @Override
    public String question() {
        return "messages a second from the outbox to Kafka ÷ row by row";
    }

    @Override
    public List<Figure> measure(Bench.Conditions conditions) throws Exception {
        Effort effort = conditions.effort();
        int backlog = effort.count(200_000, 80_000, 4_000);
        long attempts = effort.count(1_000_000, 100_000, 5_000);
        try (var stage = new Stage(conditions);
                ServiceProcess _ = stage.start(ServiceName.PRACTICE);
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", stage.ports().bootstrap()))) {
            Database ours = stage.database(ServiceName.PRACTICE);
            Database naive = stage.database("naive");
            NaiveTables.create(naive);
            admin.createTopics(List.of(new NewTopic("naive", PARTITIONS, (short) 1)))
                    .all()
                    .get();
            drain(ours, backlog, admin);
            Rounds rounds = Rounds.run(
                    effort.rounds(),
                    () -> naively(naive, backlog / NAIVE_SHARE, stage.ports().bootstrap()),
                    () -> drain(ours, backlog, admin));
            return List.of(
                    Figure.atLeast("drain.ratio", rounds.gain(), "", 30, 50),
                    Figure.told("drain.ours", rounds.subject(), "/s"),
                    Figure.told("drain.baseline", rounds.baseline(), "/s"),
                    Figure.told("drain.dead-rows", mostDeadRows(ours, attempts), "rows"),
                    Figure.told("drain.table-size", size(ours), "MiB"));
        }
    }

    private static double drain(Database database, int messages, Admin admin) throws Exception {
        long before = published(admin);
        Databases.execute(database, events(messages));
        long begin = System.nanoTime();
        while (published(admin) < before + messages) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
        }
        return messages / ((System.nanoTime() - begin) / 1e9);
    }

    private static double naively(Database database, int messages, String bootstrap) throws Exception {
        Databases.execute(
                database,
                "insert into outbox (key, payload) select 'learner-' || number % 1000, '" + PAYLOAD
                        + "' from generate_series(1, " + messages + ") as number");
        try (var relay = new NaiveRelay(database, bootstrap, "naive")) {
            long begin = System.nanoTime();
            relay.relay();
            return messages / ((System.nanoTime() - begin) / 1e9);
        }
    }

    /** A statement that puts so many events into the practice service's outbox. */
    private static String events(int count) {
        return "insert into outbox (topic, key, headers, payload) select '" + History.TOPIC
                + "', 'learner-' || number % 1000, '{\"ce_specversion\":\"1.0\"}', '" + PAYLOAD
                + "' from generate_series(1, "
                + count + ") as number";
    }

    /** As attempts come: in many transactions, while the relay is at work. The most dead rows that were seen at once. */
    private static double mostDeadRows(Database database, long attempts) throws Exception {
        // What the rounds before have left is not ours.
        Databases.execute(database, "vacuum outbox");
        long most = 0;
        String some = events(TRANSACTION);
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            for (long sent = 0; sent < attempts; sent += TRANSACTION) {
                statement.execute(some);
                if (sent % (20 * TRANSACTION) == 0) {
                    most = Math.max(
                            most,
                            Databases.number(
                                    connection, "select n_dead_tup from pg_stat_user_tables where relname = 'outbox'"));
                }
            }
        }
        Databases.await(database, "select -count(*) from outbox", 0);
        return most;
    }

    private static double size(Database database) throws Exception {
        try (Connection connection = database.connect()) {
            return Databases.number(connection, "select pg_total_relation_size('outbox')") / (double) (1 << 20);
        }
    }

    private static long published(Admin admin) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(History.TOPIC, partition), _ -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }
}
