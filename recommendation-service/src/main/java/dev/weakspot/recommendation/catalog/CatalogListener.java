package dev.weakspot.recommendation.catalog;

import dev.weakspot.inbox.Inbox;
import dev.weakspot.inbox.Inboxes;
import dev.weakspot.inbox.UnreadableMessage;
import dev.weakspot.recommendation.BrokenContract;
import dev.weakspot.recommendation.TopicNames;
import io.micronaut.configuration.kafka.ConsumerAware;
import io.micronaut.configuration.kafka.annotation.KafkaListener;
import io.micronaut.configuration.kafka.annotation.OffsetStrategy;
import io.micronaut.configuration.kafka.annotation.Topic;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Hears what the catalog publishes and withdraws. */
@KafkaListener(
        groupId = CatalogListener.GROUP,
        batch = true,
        offsetStrategy = OffsetStrategy.DISABLED,
        properties = {
            @Property(name = "group.protocol", value = "consumer"),
            // The annotation's own offsetReset is lower-cased in the default locale, and "earlıest" is no word.
            @Property(name = "auto.offset.reset", value = "earliest"),
            @Property(name = "allow.auto.create.topics", value = "false"),
            @Property(name = "key.deserializer", value = CatalogListener.BYTES),
            @Property(name = "value.deserializer", value = CatalogListener.BYTES)
        })
class CatalogListener implements ConsumerAware<byte[], byte[]>, ConsumerRebalanceListener {

    static final String GROUP = "recommendation-service.catalog";
    static final String BYTES = "org.apache.kafka.common.serialization.ByteArrayDeserializer";

    private final TopicNames names;
    private final JsonMapper json;
    private final Inbox<CatalogChange> inbox;

    @SuppressWarnings("NullAway.Init") // micronaut-kafka hands it over before it subscribes
    private Consumer<byte[], byte[]> consumer;

    CatalogListener(TopicNames names, JsonMapper json, Inboxes inboxes, DrawCatalog drawCatalog) {
        this.names = names;
        this.json = json;
        this.inbox = inboxes.of(GROUP, this::decode, drawCatalog::apply);
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

    @Topic({"${weakspot.topics.catalog-topics}", "${weakspot.topics.catalog-questions}"})
    void receive(List<ConsumerRecord<byte[], byte[]>> records) {
        inbox.receive(consumer, records);
    }

    CatalogChange decode(ConsumerRecord<byte[], byte[]> message) throws UnreadableMessage {
        if (message.key() == null) {
            throw new UnreadableMessage("The message has no key");
        }
        String key = new String(message.key(), StandardCharsets.UTF_8);
        return message.topic().equals(names.catalogTopics())
                ? topicChange(key, message.value())
                : questionChange(key, message.value());
    }

    private CatalogChange topicChange(String slug, byte @Nullable [] value) throws UnreadableMessage {
        return value == null
                ? new CatalogChange.TopicWithdrawn(slug)
                : read(value, CatalogChange.TopicPublished.class, "The message is not a topic");
    }

    private CatalogChange questionChange(String id, byte @Nullable [] value) throws UnreadableMessage {
        return value == null
                ? new CatalogChange.QuestionWithdrawn(id)
                : read(value, CatalogChange.QuestionPublished.class, "The message is not a question to suggest");
    }

    private <T> T read(byte[] value, Class<T> type, String otherwise) throws UnreadableMessage {
        try {
            return Optional.ofNullable(json.readValue(value, type)).orElseThrow(() -> new UnreadableMessage(otherwise));
        } catch (IOException | RuntimeException e) {
            throw new UnreadableMessage(BrokenContract.reason(otherwise, e), e);
        }
    }
}
