package dev.weakspot.catalog.topic;

import dev.weakspot.catalog.KafkaTopics;
import dev.weakspot.catalog.Messages;
import dev.weakspot.outbox.OutboxMessage;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Words what {@code contracts/events/catalog.topics.v1} promises. */
@Singleton
final class TopicEvents {

    private final KafkaTopics kafkaTopics;
    private final Messages messages;

    TopicEvents(KafkaTopics kafkaTopics, Messages messages) {
        this.kafkaTopics = kafkaTopics;
        this.messages = messages;
    }

    OutboxMessage published(Topic topic, int revision, Instant time) {
        return messages.event(
                kafkaTopics.catalogTopics(),
                topic.slug().value(),
                "topic/" + topic.slug() + "/" + revision,
                "topic.published",
                time,
                topic);
    }
}
