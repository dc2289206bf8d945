package dev.weakspot.inbox;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A record and what it says: one message, or none when it is parked and only its offset is left to pass. */
record Received<T>(ConsumerRecord<byte[], byte[]> record, List<T> messages) {

    Received {
        messages = List.copyOf(messages);
    }

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    long nextOffset() {
        return record.offset() + 1;
    }
}
