package dev.weakspot.practice.question;

import dev.weakspot.inbox.Inbox;
import dev.weakspot.inbox.Inboxes;
import dev.weakspot.inbox.UnreadableMessage;
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
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Hears of published and withdrawn questions from {@code catalog.questions.v1}. */
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

    static final String GROUP = "practice-service.catalog";
    static final String BYTES = "org.apache.kafka.common.serialization.ByteArrayDeserializer";

    private final Questions questions;
    private final JsonMapper json;
    private final Inbox<CatalogChange> inbox;

    @SuppressWarnings("NullAway.Init") // micronaut-kafka hands it over before it subscribes
    private Consumer<byte[], byte[]> consumer;

    CatalogListener(Questions questions, JsonMapper json, Inboxes inboxes) {
        this.questions = questions;
        this.json = json;
        this.inbox = inboxes.of(GROUP, this::decode, changes -> changes.forEach(questions::apply));
    }

    @Override
    public void setKafkaConsumer(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        inbox.assigned(consumer, partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // What is not committed comes again to whoever owns the partitions next.
    }

    @Topic("${weakspot.topics.catalog-questions}")
    void receive(List<ConsumerRecord<byte[], byte[]>> records) {
        inbox.receive(consumer, records);
        questions.forget();
    }

    private CatalogChange decode(ConsumerRecord<byte[], byte[]> record) throws UnreadableMessage {
        if (record.key() == null) {
            throw new UnreadableMessage("The message has no key");
        }
        if (record.value() == null) {
            return new CatalogChange.Withdrawn(new String(record.key(), StandardCharsets.UTF_8));
        }
        try {
            Question question = PublishedQuestion.read(json, record.value()).toQuestion(false);
            return new CatalogChange.Published(question, new String(record.value(), StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            throw new UnreadableMessage("The message is not a question that this service can grade", e);
        }
    }
}
