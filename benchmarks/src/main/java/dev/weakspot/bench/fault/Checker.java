package dev.weakspot.bench.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weakspot.cli.ServiceName;
import dev.weakspot.testbed.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Finds out from databases and topics alone whether what learners were told is so. Knows nothing of how services do it, and asks
 * none of them.
 */
final class Checker {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SHOWN = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cluster cluster;
    private final Diary diary;
    private final Strangers strangers;
    private final List<String> faults = new ArrayList<>();

    Checker(Cluster cluster, Diary diary, Strangers strangers) {
        this.cluster = cluster;
        this.diary = diary;
        this.strangers = strangers;
    }

    /** An attempt, wherever it is. */
    private record Numbered(UUID id, UUID learner, long sequence) {}

    /** What is wrong, in sentences; nothing when all is well. To be called when nobody answers any more, and once. */
    List<String> check() throws SQLException, InterruptedException {
        awaitQuiet();
        Map<UUID, Numbered> stored = stored();
        Set<UUID> expectedStrangers = strangers.expected().keySet();
        List<Numbered> published = published();
        Map<UUID, Numbered> byId = new LinkedHashMap<>();
        published.forEach(attempt -> byId.putIfAbsent(attempt.id(), attempt));

        diary.complaints().forEach(faults::add);
        diary.recorded().forEach((id, told) -> {
            var expected = new Numbered(id, told.learner(), told.sequence());
            complainUnless(expected, Optional.ofNullable(stored.get(id)), "database");
            complainUnless(expected, Optional.ofNullable(byId.get(id)), "topic");
        });
        complainOfAny("was refused and is in the database", intersection(diary.refused(), stored.keySet()));
        complainOfAny("was refused and is in the topic", intersection(diary.refused(), byId.keySet()));
        complainOfAny("is in the database and not in the topic", without(stored.keySet(), byId.keySet()));
        Set<UUID> byStrangers = byId.values().stream()
                .filter(attempt -> expectedStrangers.contains(attempt.learner()))
                .map(Numbered::id)
                .collect(Collectors.toSet());
        Set<UUID> invented = without(without(byId.keySet(), stored.keySet()), byStrangers);
        complainOfAny("is in the topic and not in the database", invented);
        checkOrder(byId.values(), expectedStrangers);
        checkLearned(stored);
        checkParked();
        return List.copyOf(faults);
    }

    /** Until nothing is on its way. */
    private void awaitQuiet() throws SQLException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long waiting = number(ServiceName.PRACTICE, "select count(*) from outbox where refused is null");
            long behind = behind();
            if (waiting == 0 && behind == 0) {
                return;
            }
            if (System.nanoTime() > giveUp) {
                faults.add("After " + PATIENCE + ", " + waiting + " messages wait in the outbox and " + behind
                        + " in the topic.");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private long behind() throws SQLException {
        Map<Integer, Long> next = new HashMap<>();
        read(
                ServiceName.RECOMMENDATION,
                "select partition, next_offset from inbox_offset where topic = '" + Strangers.TOPIC + "'",
                row -> next.put(row.getInt(1), row.getLong(2)));
        try (KafkaConsumer<String, String> consumer = consumer()) {
            Set<TopicPartition> partitions = partitions(consumer, Strangers.TOPIC);
            // Of partitions that are nobody's the client says in the log that it has forgotten their ends.
            consumer.assign(partitions);
            return consumer.endOffsets(partitions).entrySet().stream()
                    .mapToLong(end ->
                            end.getValue() - next.getOrDefault(end.getKey().partition(), 0L))
                    .sum();
        }
    }

    private Map<UUID, Numbered> stored() throws SQLException {
        Map<UUID, Numbered> stored = new LinkedHashMap<>();
        read(ServiceName.PRACTICE, "select id, learner_id, sequence from attempt", row -> {
            var attempt = new Numbered(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3));
            stored.put(attempt.id(), attempt);
        });
        return stored;
    }

    /** In the order of each partition; what cannot be read is left out. */
    private List<Numbered> published() {
        List<Numbered> published = new ArrayList<>();
        read(Strangers.TOPIC, message -> parse(message.value()).ifPresent(published::add));
        return published;
    }

    private static Optional<Numbered> parse(String payload) {
        try {
            JsonNode attempt = JSON.readTree(payload);
            return Optional.of(new Numbered(
                    UUID.fromString(attempt.path("attempt_id").asText()),
                    UUID.fromString(attempt.path("learner_id").asText()),
                    attempt.path("sequence").asLong()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Each learner's attempts are numbered 1, 2, 3 …, and come for the first time in that order. */
    private void checkOrder(Collection<Numbered> inOrder, Set<UUID> strangeLearners) {
        Map<UUID, Long> last = new HashMap<>();
        for (Numbered attempt : inOrder) {
            long expected = last.getOrDefault(attempt.learner(), 0L) + 1;
            if (!strangeLearners.contains(attempt.learner()) && attempt.sequence() != expected) {
                complain("Learner " + attempt.learner() + " has attempt " + attempt.sequence() + " where " + expected
                        + " should come.");
            }
            last.put(attempt.learner(), attempt.sequence());
        }
    }

    /** Every attempt moved its learner's beliefs once, and nothing else did. */
    private void checkLearned(Map<UUID, Numbered> stored) throws SQLException {
        Map<UUID, Long> expected = new HashMap<>(strangers.expected());
        stored.values().forEach(attempt -> expected.merge(attempt.learner(), attempt.sequence(), Math::max));
        Map<UUID, Long> applied = new HashMap<>();
        read(
                ServiceName.RECOMMENDATION,
                "select learner_id, sequence from learner",
                row -> applied.put(row.getObject(1, UUID.class), row.getLong(2)));
        complainOfAny("has beliefs up to another attempt than their last", differences(expected, applied));

        Map<UUID, Long> learned = new HashMap<>();
        Set<UUID> attempts = new HashSet<>();
        read(ServiceName.RECOMMENDATION, "select learner_id, attempt_id from prediction", row -> {
            learned.merge(row.getObject(1, UUID.class), 1L, Long::sum);
            attempts.add(row.getObject(2, UUID.class));
        });
        complainOfAny("was learned from more or less often than they answered", differences(expected, learned));
        complainOfAny("is in the database and nothing was learned from it", without(stored.keySet(), attempts));
        long model = number(ServiceName.RECOMMENDATION, "select max(attempts) from model");
        long all = expected.values().stream().mapToLong(Long::longValue).sum();
        if (model != all) {
            faults.add("The model has learned from " + model + " attempts, and there are " + all + ".");
        }
    }

    /** Whatever nobody can read lies where people look for it. */
    private void checkParked() {
        Set<String> origins = new HashSet<>();
        read(Strangers.TOPIC + ".parked", message -> origins.add(origin(message)));
        if (origins.size() != strangers.poisons()) {
            faults.add(origins.size() + " messages are parked, and " + strangers.poisons() + " should be.");
        }
    }

    private static String origin(ConsumerRecord<String, String> message) {
        StringBuilder origin = new StringBuilder();
        for (String name : List.of("parked_partition", "parked_offset")) {
            Optional.ofNullable(message.headers().lastHeader(name))
                    .ifPresent(header -> origin.append(new String(header.value(), StandardCharsets.UTF_8))
                            .append('/'));
        }
        return origin.toString();
    }

    /** What was published of each attempt, first; of hundreds of thousands, so nothing else is kept. */
    Map<UUID, byte[]> payloads() {
        Map<UUID, byte[]> payloads = new HashMap<>();
        read(Strangers.TOPIC, message -> parse(message.value())
                .ifPresent(attempt ->
                        payloads.putIfAbsent(attempt.id(), message.value().getBytes(StandardCharsets.UTF_8))));
        return payloads;
    }

    /** All of a topic, in the order of each partition. */
    private void read(String topic, Consumer<ConsumerRecord<String, String>> reader) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            Set<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(reader);
            }
        }
    }

    private static Set<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        Set<TopicPartition> partitions = new LinkedHashSet<>();
        consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        return partitions;
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        cluster.bootstrap(),
                        "enable.auto.commit",
                        false,
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /** What a row is good for. */
    @FunctionalInterface
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private long number(ServiceName service, String query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        read(service, query, row -> numbers.add(row.getLong(1)));
        return numbers.getFirst();
    }

    private void read(ServiceName service, String query, RowReader reader) throws SQLException {
        read(cluster.database(service), query, reader);
    }

    static void read(Database database, String query, RowReader reader) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private void complainUnless(Numbered told, Optional<Numbered> found, String where) {
        if (!found.equals(Optional.of(told))) {
            complain("A learner was told of " + told + ", and the " + where + " has " + found + ".");
        }
    }

    private void complainOfAny(String what, Collection<UUID> wrong) {
        if (!wrong.isEmpty()) {
            faults.add(wrong.size() + " ×: " + wrong.stream().limit(SHOWN).toList() + " " + what + ".");
        }
    }

    private void complain(String sentence) {
        if (faults.size() < 20 * SHOWN) {
            faults.add(sentence);
        }
    }

    private static Set<UUID> intersection(Set<UUID> some, Set<UUID> others) {
        Set<UUID> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    private static Set<UUID> without(Set<UUID> some, Set<UUID> others) {
        Set<UUID> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Set<UUID> differences(Map<UUID, Long> expected, Map<UUID, Long> found) {
        Set<UUID> all = new HashSet<>(expected.keySet());
        all.addAll(found.keySet());
        all.removeIf(id -> expected.getOrDefault(id, 0L).equals(found.getOrDefault(id, 0L)));
        return all;
    }
}
