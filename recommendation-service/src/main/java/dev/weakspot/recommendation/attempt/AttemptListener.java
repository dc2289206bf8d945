package dev.weakspot.recommendation.attempt;

import dev.weakspot.inbox.Inbox;
import dev.weakspot.inbox.Inboxes;
import dev.weakspot.inbox.UnreadableMessage;
import dev.weakspot.recommendation.BrokenContract;
import dev.weakspot.recommendation.belief.LearnFromAttempts;
import dev.weakspot.recommendation.belief.NumberedAttempt;
import dev.weakspot.recommendation.belief.Progress;
import dev.weakspot.recommendation.training.FollowTraining;
import io.micronaut.configuration.kafka.ConsumerAware;
import io.micronaut.configuration.kafka.annotation.KafkaListener;
import io.micronaut.configuration.kafka.annotation.OffsetStrategy;
import io.micronaut.configuration.kafka.annotation.Topic;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Hears of every graded attempt from {@code practice.attempts.v1}. */
@KafkaListener(
        groupId = AttemptListener.GROUP,
        batch = true,
        offsetStrategy = OffsetStrategy.DISABLED,
        properties = {
            @Property(name = "group.protocol", value = "consumer"),
            // The annotation's own offsetReset is lower-cased in the default locale, and "earlıest" is no word.
            @Property(name = "auto.offset.reset", value = "earliest"),
            @Property(name = "allow.auto.create.topics", value = "false"),
            // Larger batches outlive the young generation of a small heap, and learning anew slows down.
            @Property(name = "max.poll.records", value = "1000"),
            @Property(name = "key.deserializer", value = AttemptListener.BYTES),
            @Property(name = "value.deserializer", value = AttemptListener.BYTES)
        })
class AttemptListener implements ConsumerAware<byte[], byte[]>, ConsumerRebalanceListener {

    static final String GROUP = "recommendation-service.attempts";
    static final String BYTES = "org.apache.kafka.common.serialization.ByteArrayDeserializer";

    private final JsonMapper json;
    private final FollowTraining followTraining;
    private final Inbox<NumberedAttempt> inbox;

    @SuppressWarnings("NullAway.Init") // micronaut-kafka hands it over before it subscribes
    private Consumer<byte[], byte[]> consumer;

    AttemptListener(
            JsonMapper json,
            Inboxes inboxes,
            LearnFromAttempts learnFromAttempts,
            Progress progress,
            FollowTraining followTraining) {
        this.json = json;
        this.followTraining = followTraining;
        this.inbox = inboxes.of(
                GROUP, this::decode, attempts -> progress.announceOnCommit(learnFromAttempts.learn(attempts)));
    }

    @Override
    public void setKafkaConsumer(Consumer<byte[], byte[]> newConsumer) {
        consumer = newConsumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        inbox.assigned(consumer, partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // What is not committed comes again to whoever owns the partitions next.
    }

    @Topic("${weakspot.topics.practice-attempts}")
    void receive(List<ConsumerRecord<byte[], byte[]>> records) {
        inbox.receive(consumer, records);
        followTraining.soon();
    }

    NumberedAttempt decode(ConsumerRecord<byte[], byte[]> message) throws UnreadableMessage {
        if (message.value() == null) {
            throw new UnreadableMessage("The message has no value");
        }
        try {
            return Optional.ofNullable(json.readValue(message.value(), AttemptRecorded.class))
                    .orElseThrow(() -> new UnreadableMessage("The message is null"))
                    .toNumberedAttempt();
        } catch (IOException | RuntimeException e) {
            throw new UnreadableMessage(BrokenContract.reason("The message is not an attempt to learn from", e), e);
        }
    }
}
