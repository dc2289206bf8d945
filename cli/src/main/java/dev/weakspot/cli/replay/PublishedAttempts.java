package dev.weakspot.cli.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Counts attempts on {@code practice.attempts.v1}, reading it from the beginning as any analyst may. */
final class PublishedAttempts {

    private static final String TOPIC = "practice.attempts.v1";

    private final String bootstrap;

    PublishedAttempts(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** How many of these attempts stand on the topic now; each counts once, however often it was sent. */
    long count(Set<UUID> attempts) {
        var settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Set<UUID> found = new HashSet<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    // The event's id is the attempt's: no need to open the message.
                    @Nullable Header id = message.headers().lastHeader("ce_id");
                    if (id != null) {
                        UUID attempt = UUID.fromString(new String(id.value(), StandardCharsets.UTF_8));
                        if (attempts.contains(attempt)) {
                            found.add(attempt);
                        }
                    }
                }
            }
            return found.size();
        }
    }
}
