package dev.weakspot.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kill -9} of the launcher leaves behind is no obstacle and no loss. */
class KilledServersIT {

    private static final TopicPartition TOPIC = new TopicPartition("practice.attempts.v1", 0);

    @Test
    void bothStartAgainWithTheirData(@TempDir Path folder) throws Exception {
        int postgresPort = Ports.anyFree();
        int kafkaPort = Ports.anyFree();
        Process abandoned = AbandonedServers.start(folder, postgresPort, kafkaPort);
        leaveARow(postgresPort);
        leaveAMessage(kafkaPort);

        abandoned.destroyForcibly().waitFor();

        try (var postgres = PostgresServer.start(folder.resolve("postgres"), postgresPort);
                var connection = postgres.database("catalog").connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select text from note")) {
            assertThat(rows.next()).isTrue();
        }
        try (var kafka = KafkaServer.start(folder.resolve("kafka"), kafkaPort);
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            assertThat(admin.listOffsets(Map.of(TOPIC, OffsetSpec.latest()))
                            .partitionResult(TOPIC)
                            .get()
                            .offset())
                    .isEqualTo(1);
        }
    }

    private static void leaveARow(int port) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/catalog";
        try (var connection = DriverManager.getConnection(url, "weakspot", "weakspot");
                var statement = connection.createStatement()) {
            statement.execute("create table note as select 'kept' as text");
        }
    }

    private static void leaveAMessage(int port) throws Exception {
        var kafka = new KafkaServer("127.0.0.1:" + port, () -> {});
        kafka.createTopics("");
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC.topic(), TOPIC.partition(), "ada", "kept"))
                    .get();
        }
    }
}
