package dev.weakspot.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends rows to Kafka, in their order and never past one that failed.
 *
 * <p>While Kafka is away a send waits, without end. When one fails nevertheless, for anything but the record itself, this
 * producer is done: it drops what it has not sent yet, and its owner makes another one.
 */
final class RelayProducer implements AutoCloseable {

    private static final Map<String, Object> ORDER_AND_DURABILITY = Map.of(
            ProducerConfig.CLIENT_ID_CONFIG,
            "outbox-relay",
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            // A send that gave up would let the next message of its key overtake it.
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            Integer.MAX_VALUE,
            // With one request under way, what is behind a failed one has not left yet and can be stopped.
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            1,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            10_000,
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            ProducerConfig.BATCH_SIZE_CONFIG,
            128 * 1024);

    private final Producer<String, @Nullable String> producer;
    private volatile boolean isStopped;

    RelayProducer(Producer<String, @Nullable String> producer) {
        this.producer = producer;
    }

    static RelayProducer connect(Properties kafka) {
        var configuration = new HashMap<String, Object>();
        kafka.forEach((name, value) -> configuration.put(String.valueOf(name), value));
        configuration.putAll(ORDER_AND_DURABILITY);
        return new RelayProducer(new KafkaProducer<>(configuration, new StringSerializer(), new StringSerializer()));
    }

    /** Hands the rows over, up to the first that fails at once; the delivery settles as Kafka answers. */
    Delivery send(List<OutboxRow> rows) {
        var delivery = new Delivery(rows.size());
        rows.forEach(row -> send(row, delivery));
        return delivery;
    }

    /** Whether this producer is done, and the owner needs another one. */
    boolean isStopped() {
        return isStopped;
    }

    private void send(OutboxRow row, Delivery delivery) {
        delivery.failure().ifPresentOrElse(failure -> settle(row, delivery, failure), () -> {
            try {
                var _ = producer.send(toRecord(row), (_, failure) -> settle(row, delivery, failure));
            } catch (KafkaException | IllegalStateException e) {
                settle(row, delivery, e);
            }
        });
    }

    private void settle(OutboxRow row, Delivery delivery, @Nullable Exception failure) {
        if (failure == null) {
            delivery.acknowledge(row);
        } else if (isRefusal(failure)) {
            delivery.refuse(row, failure);
        } else {
            delivery.fail(failure);
            // A timeout says that the record never got into the queue, so nothing is behind it: delivery has no
            // timeout.
            if (!(failure instanceof TimeoutException)) {
                stop();
            }
        }
        // Last, so that whoever waits for it finds the producer stopped.
        delivery.settleOne();
    }

    /** Whether Kafka will never take this record, because of what it is. */
    private static boolean isRefusal(Exception exception) {
        return exception instanceof RecordTooLargeException
                || exception instanceof RecordBatchTooLargeException
                || exception instanceof InvalidRecordException
                || exception instanceof InvalidTopicException;
    }

    private static ProducerRecord<String, @Nullable String> toRecord(OutboxRow row) {
        var headers = new RecordHeaders();
        row.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        // When it happened, by which consumers see how long it took; Kafka refuses what comes from the future.
        long time = Math.min(row.appendedAt().toEpochMilli(), System.currentTimeMillis());
        return new ProducerRecord<>(row.topic(), null, time, row.key(), row.payload(), headers);
    }

    private void stop() {
        if (!isStopped) {
            isStopped = true;
            producer.close(Duration.ZERO);
        }
    }

    /** Drops what is not acknowledged: it is still in the outbox, and its next relay sends it. */
    @Override
    public void close() {
        stop();
    }
}
