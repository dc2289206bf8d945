package dev.weakspot.bench.fault;

import dev.weakspot.bench.Databases;
import dev.weakspot.cli.ServiceName;
import dev.weakspot.testbed.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Learns everything anew, on an empty database and from the topic, and compares what comes out byte for byte. What all learners teach
 * the model depends on who came first, so the attempts go through one partition, in the order in which they were learned from.
 */
final class Rebuild {

    private static final String TOPIC = "rebuild.attempts.v1";
    private static final String BELIEFS = "rebuild.beliefs.v1";
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /**
     * All that was learned of a learner, and what was expected of each of their attempts, in one number. What was published last of a
     * topic is left out: it is of the moment in which a batch ended, and a rebuild has other batches.
     */
    private static final String HASHES = """
            select learner_id,
                   md5(sequence || '/' || answered_at || '/' || md5(memory)
                       || (select string_agg(concat_ws('/', topic, attempts, answered_at, surprise), '/' order by topic)
                             from belief where belief.learner_id = learner.learner_id)
                       || (select string_agg(question_seen::text, '/' order by question_id) from question_seen
                            where question_seen.learner_id = learner.learner_id)
                       || (select string_agg(prediction::text, '/' order by sequence) from prediction
                            where prediction.learner_id = learner.learner_id))
              from learner
            """;

    private final Cluster cluster;

    Rebuild(Cluster cluster) {
        this.cluster = cluster;
    }

    /** How many learners it compared, and what is wrong. */
    record Outcome(int learners, List<String> faults) {}

    /**
     * @param payloads what was published of each attempt
     * @param questions how many there are in the catalog
     */
    Outcome compare(Map<UUID, byte[]> payloads, int questions) throws IOException, SQLException, InterruptedException {
        Database live = cluster.database(ServiceName.RECOMMENDATION);
        List<UUID> order = order(live);
        Database rebuilt = cluster.database("rebuild");
        createTopics();
        for (Cluster.Instance instance : cluster.recommendations()) {
            instance.part().stop();
        }
        JavaPart rebuilding = cluster.recommendation(
                        "rebuild",
                        Map.of(
                                "datasources.default.url",
                                rebuilt.url(),
                                "weakspot.topics.practice-attempts",
                                TOPIC,
                                "weakspot.topics.recommendation-beliefs",
                                BELIEFS))
                .part();
        rebuilding.start();
        try {
            cluster.awaitWell(rebuilding);
            // What it learns depends on what it knows of the questions, and the two topics come side by side.
            Databases.await(rebuilt, "select count(*) from catalog_question", questions);
            publish(payloads, order);
            awaitLearned(rebuilt, order.size());
        } finally {
            rebuilding.stop();
        }
        return compare(live, rebuilt);
    }

    /** The attempts in the order in which the model learned from them: each prediction names how many were before. */
    private static List<UUID> order(Database live) throws SQLException {
        List<UUID> order = new ArrayList<>();
        Checker.read(
                live,
                "select attempt_id from prediction order by split_part(model, '@', 2)::bigint",
                row -> order.add(row.getObject(1, UUID.class)));
        return order;
    }

    private void createTopics() throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()))) {
            admin.createTopics(List.of(
                            new NewTopic(TOPIC, 1, (short) 1),
                            new NewTopic(TOPIC + ".parked", 1, (short) 1),
                            new NewTopic(BELIEFS, 1, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not give the topic of the rebuild", e);
        }
    }

    private void publish(Map<UUID, byte[]> payloads, List<UUID> order) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrap(), "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (UUID attempt : order) {
                byte[] payload = Optional.ofNullable(payloads.get(attempt))
                        .orElseThrow(() ->
                                new IllegalStateException("Learned from " + attempt + ", which is not in the topic"));
                var _ = producer.send(new ProducerRecord<>(TOPIC, payload));
            }
        }
    }

    private static void awaitLearned(Database rebuilt, long attempts) throws SQLException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        List<Long> learned = new ArrayList<>(List.of(-1L));
        while (learned.getLast() < attempts && System.nanoTime() < giveUp) {
            TimeUnit.MILLISECONDS.sleep(200);
            Checker.read(rebuilt, "select max(attempts) from model", row -> learned.add(row.getLong(1)));
        }
    }

    private static Outcome compare(Database live, Database rebuilt) throws SQLException {
        Map<UUID, String> before = hashes(live);
        Map<UUID, String> after = hashes(rebuilt);
        Set<UUID> learners = new HashSet<>(before.keySet());
        learners.addAll(after.keySet());
        List<UUID> others = learners.stream()
                .filter(learner -> !before.getOrDefault(learner, "").equals(after.getOrDefault(learner, "")))
                .toList();
        List<String> faults = others.isEmpty()
                ? List.of()
                : List.of("A clean rebuild knows something else of " + others.size() + " learners: "
                        + others.subList(0, Math.min(5, others.size())) + ".");
        return new Outcome(learners.size(), faults);
    }

    private static Map<UUID, String> hashes(Database database) throws SQLException {
        Map<UUID, String> hashes = new TreeMap<>();
        Checker.read(database, HASHES, row -> hashes.put(row.getObject(1, UUID.class), row.getString(2)));
        return hashes;
    }
}
