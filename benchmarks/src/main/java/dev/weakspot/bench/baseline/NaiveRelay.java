package dev.weakspot.bench.baseline;

import dev.weakspot.testbed.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Takes messages from an outbox to Kafka row by row: send, wait, delete, next. For one thread. */
public final class NaiveRelay implements AutoCloseable {

    private final Connection connection;
    private final KafkaProducer<String, String> producer;
    private final String topic;

    public NaiveRelay(Database database, String bootstrap, String topic) throws SQLException {
        this.connection = database.connect();
        this.producer = new KafkaProducer<>(
                // The producer waits 5 ms for more by default; here nothing more comes before the row is acknowledged.
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new StringSerializer());
        this.topic = topic;
    }

    /** Sends what waits, and says how many that were. */
    public int relay() throws SQLException, InterruptedException, ExecutionException {
        List<Row> rows = waiting();
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where seq = ?")) {
            for (Row row : rows) {
                producer.send(new ProducerRecord<>(topic, row.key(), row.payload()))
                        .get();
                delete.setLong(1, row.seq());
                delete.executeUpdate();
            }
        }
        return rows.size();
    }

    private List<Row> waiting() throws SQLException {
        List<Row> waiting = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select seq, key, payload from outbox order by seq");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                waiting.add(new Row(rows.getLong(1), rows.getString(2), rows.getString(3)));
            }
        }
        return waiting;
    }

    private record Row(long seq, String key, String payload) {}

    @Override
    public void close() throws SQLException {
        producer.close();
        connection.close();
    }
}
