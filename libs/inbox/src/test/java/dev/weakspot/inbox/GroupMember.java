package dev.weakspot.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** A member of a consumer group with an inbox, on a thread of its own, as a listener is. */
final class GroupMember implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Inbox<String> inbox;
    private final Topics topics;
    private final Thread thread = new Thread(this::consume, "group-member");
    private volatile boolean holdsSome;

    /**
     * @param patience how long the group waits for it to poll before others get its partitions
     */
    GroupMember(String group, Inbox<String> inbox, Topics topics, Duration patience) {
        this.consumer = Topics.consumer(Map.of(
                "group.id",
                group,
                "group.protocol",
                "consumer",
                "max.poll.records",
                50,
                "max.poll.interval.ms",
                Math.toIntExact(patience.toMillis())));
        this.inbox = inbox;
        this.topics = topics;
    }

    void start() {
        thread.start();
    }

    boolean holdsSome() {
        return holdsSome;
    }

    void leave() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void consume() {
        try (consumer) {
            consumer.subscribe(List.of(topics.single(), topics.wide()), new ConsumerRebalanceListener() {
                @Override
                public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                    inbox.assigned(consumer, partitions);
                }

                @Override
                public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}
            });
            while (true) {
                var polled = new ArrayList<ConsumerRecord<byte[], byte[]>>();
                consumer.poll(Duration.ofMillis(100)).forEach(polled::add);
                holdsSome = !consumer.assignment().isEmpty();
                inbox.receive(consumer, polled);
            }
        } catch (WakeupException e) {
            holdsSome = false;
        }
    }

    @Override
    public void close() {
        leave();
    }
}
