package dev.weakspot.catalog.question;

import dev.weakspot.catalog.KafkaTopics;
import dev.weakspot.catalog.Messages;
import dev.weakspot.outbox.OutboxMessage;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Words what {@code contracts/events/catalog.questions.v1} promises. */
@Singleton
final class QuestionEvents {

    private final KafkaTopics kafkaTopics;
    private final Messages messages;

    QuestionEvents(KafkaTopics kafkaTopics, Messages messages) {
        this.kafkaTopics = kafkaTopics;
        this.messages = messages;
    }

    OutboxMessage published(QuestionVersion published) {
        return messages.event(
                kafkaTopics.catalogQuestions(),
                published.questionId().value(),
                "question/" + published.questionId() + "/" + published.version(),
                "question.published",
                published.publishedAt(),
                published);
    }

    /** The version makes the id unique: a question may come back with a higher one, and be withdrawn again. */
    OutboxMessage withdrawn(QuestionId id, int version, Instant time) {
        return messages.tombstone(
                kafkaTopics.catalogQuestions(),
                id.value(),
                "question/" + id + "/" + version + "/withdrawn",
                "question.withdrawn",
                time);
    }
}
