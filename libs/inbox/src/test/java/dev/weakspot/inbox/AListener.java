package dev.weakspot.inbox;

import io.micronaut.configuration.kafka.ConsumerAware;
import io.micronaut.configuration.kafka.annotation.KafkaListener;
import io.micronaut.configuration.kafka.annotation.OffsetStrategy;
import io.micronaut.configuration.kafka.annotation.Topic;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How a service's listener delegates to its inbox. */
@Requires(property = "a-listener.topic")
@KafkaListener(
        groupId = "a-listener",
        batch = true,
        offsetStrategy = OffsetStrategy.DISABLED,
        properties = {
            // Not the annotation's own attribute: Micronaut lower-cases it in the default locale, and Turkish breaks
            // it.
            @Property(name = "auto.offset.reset", value = "earliest"),
            @Property(name = "group.protocol", value = "consumer"),
            @Property(name = "allow.auto.create.topics", value = "false")
        })
final class AListener implements ConsumerAware<byte[], byte[]>, ConsumerRebalanceListener {

    private final TransactionOperations<Connection> transactions;
    private final Inbox<String> inbox;
    private @Nullable Consumer<byte[], byte[]> consumer;

    AListener(Inboxes inboxes, TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
        this.inbox = inboxes.of("a-listener", SmallService::decode, this::note);
    }

    @Override
    public void setKafkaConsumer(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (consumer != null) {
            inbox.assigned(consumer, partitions);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

    @Topic("${a-listener.topic}")
    void receive(List<ConsumerRecord<byte[], byte[]>> records, Consumer<byte[], byte[]> consumer) {
        inbox.receive(consumer, records);
    }

    private void note(List<String> messages) {
        try (PreparedStatement insert =
                transactions.getConnection().prepareStatement("insert into applied (message) values (?)")) {
            for (String message : messages) {
                insert.setString(1, message);
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
