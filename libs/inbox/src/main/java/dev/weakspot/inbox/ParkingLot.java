package dev.weakspot.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.configuration.kafka.config.KafkaDefaultConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Where messages wait for a human: the topic {@code <origin>.parked}. At least once, since a crash or a rebalance between
 * parking and moving the offset parks again; copies have the same {@code parked_topic}, {@code parked_partition} and
 * {@code parked_offset}. Threads may share it.
 */
@Singleton
final class ParkingLot {

    /** Counts what was parked, by topic. */
    static final String PARKED = "weakspot.inbox.parked";

    private final Map<String, Object> configuration = new HashMap<>();
    private final @Nullable MeterRegistry meters;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    ParkingLot(KafkaDefaultConfiguration kafka, @Nullable MeterRegistry meters) {
        kafka.getConfig().forEach((name, value) -> configuration.put(String.valueOf(name), value));
        configuration.putAll(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                "inbox-parking",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                10_000,
                // What came through the broker's limit must not fail at a stricter one of ours.
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                16 * 1024 * 1024));
        this.meters = meters;
    }

    /**
     * Returns once Kafka has acknowledged the copy: value and headers as they came, and headers that name its origin.
     *
     * @throws KafkaException when it has not; then the message must come again
     */
    void park(ConsumerRecord<byte[], byte[]> origin, String group, String reason) {
        try {
            send(copy(origin, origin.value(), group, reason));
        } catch (RecordTooLargeException e) {
            // The origin's headers made it larger than the broker takes. A pointer is better than a blocked partition.
            send(copy(origin, null, group, reason + " (Too large to copy: see its origin.)"));
        }
        if (meters != null) {
            meters.counter(PARKED, "topic", origin.topic()).increment();
        }
    }

    private static ProducerRecord<byte[], byte[]> copy(
            ConsumerRecord<byte[], byte[]> origin, byte @Nullable [] value, String group, String reason) {
        var headers = new RecordHeaders(origin.headers());
        replace(headers, "parked_topic", origin.topic());
        replace(headers, "parked_partition", Integer.toString(origin.partition()));
        replace(headers, "parked_offset", Long.toString(origin.offset()));
        replace(headers, "parked_reason", reason);
        replace(headers, "parked_by", group);
        // No partition and no timestamp of the origin: an old timestamp would be past the parking lot's retention.
        return new ProducerRecord<>(origin.topic() + ".parked", null, origin.key(), value, headers);
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private void send(ProducerRecord<byte[], byte[]> copy) {
        try {
            producer().send(copy).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refusal
                    ? refusal
                    : new KafkaException("Cannot park a message", e.getCause());
        }
    }

    // Made with the first message to park: its constructor fails while the broker's name cannot be resolved.
    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(configuration, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
