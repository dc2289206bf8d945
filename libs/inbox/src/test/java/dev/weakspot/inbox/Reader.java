package dev.weakspot.inbox;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** One consumer of given partitions, stepped by hand: what happens between two steps is the test's business. */
final class Reader implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer = Topics.consumer(Map.of());
    private final Inbox<String> inbox;

    Reader(Inbox<String> inbox, TopicPartition... partitions) {
        this.inbox = inbox;
        consumer.assign(List.of(partitions));
        inbox.assigned(consumer, List.of(partitions));
    }

    /** Polls until it has that many records, and keeps them from the inbox. */
    List<ConsumerRecord<byte[], byte[]>> fetch(int count) {
        var fetched = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        await().until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(fetched::add);
            return fetched.size() >= count;
        });
        return fetched;
    }

    void receive(List<ConsumerRecord<byte[], byte[]>> records) {
        inbox.receive(consumer, records);
    }

    /** One turn of a listener's loop. */
    void turn() {
        var polled = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        consumer.poll(Duration.ofMillis(100)).forEach(polled::add);
        inbox.receive(consumer, polled);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
