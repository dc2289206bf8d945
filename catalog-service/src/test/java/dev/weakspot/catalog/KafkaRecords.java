package dev.weakspot.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weakspot.catalog.RunningCatalog.World;
import dev.weakspot.testbed.KafkaServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a consumer reads from the broker, once everything that was appended has left. */
public final class KafkaRecords {

    private KafkaRecords() {}

    /** All records of a topic of the contract, in the order in which the broker took them per partition. */
    public static List<ConsumerRecord<String, String>> of(World world, String contract) {
        await().untilAsserted(() ->
                assertThat(world.count("select count(*) from outbox")).isZero());
        return readAll(world.kafkaPrefix() + contract);
    }

    public static Map<String, String> headers(ConsumerRecord<String, String> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    public static List<String> ids(List<ConsumerRecord<String, String>> messages) {
        return messages.stream()
                .map(message -> String.valueOf(headers(message).get("ce_id")))
                .toList();
    }

    private static List<ConsumerRecord<String, String>> readAll(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", KafkaServer.shared().bootstrap());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long wanted = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            await().untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                assertThat(records).hasSize((int) wanted);
            });
            records.sort(Comparator.<ConsumerRecord<String, String>>comparingInt(ConsumerRecord::partition)
                    .thenComparingLong(ConsumerRecord::offset));
            return records;
        }
    }
}
