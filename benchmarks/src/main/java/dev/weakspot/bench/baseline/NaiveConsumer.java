package dev.weakspot.bench.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weakspot.testbed.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Learns from attempts one by one, each in a transaction of its own, with a model that could not be simpler. For one thread. */
public final class NaiveConsumer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A tenth of the way from what was believed to what came. */
    private static final String LEARN = """
            insert into belief (learner, topic, mastery, attempts) values (?, ?, .5 + .1 * (? - .5), 1)
                on conflict (learner, topic) do update
               set mastery = belief.mastery + .1 * (? - belief.mastery), attempts = belief.attempts + 1
            """;

    private final Connection connection;
    private final PreparedStatement learn;
    private final KafkaConsumer<String, String> consumer;

    /** Begins with the oldest message of the topic. */
    public NaiveConsumer(Database database, String bootstrap, String topic) throws SQLException {
        this.connection = database.connect();
        this.learn = connection.prepareStatement(LEARN);
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Learns from what there is, tells each attempt's id after its commit, and says how many that were. */
    public int consume(Consumer<UUID> learned) throws SQLException, JsonProcessingException {
        int count = 0;
        for (ConsumerRecord<String, String> message : consumer.poll(PATIENCE)) {
            JsonNode attempt = JSON.readTree(message.value());
            learn.setString(1, attempt.get("learner_id").asText());
            learn.setString(2, attempt.get("topics").get(0).asText());
            learn.setDouble(3, attempt.get("score").asDouble());
            learn.setDouble(4, attempt.get("score").asDouble());
            learn.executeUpdate();
            learned.accept(UUID.fromString(attempt.get("attempt_id").asText()));
            count++;
        }
        return count;
    }

    @Override
    public void close() throws SQLException {
        consumer.close();
        connection.close();
    }
}
