package dev.weakspot.catalog.topic;

import static dev.weakspot.catalog.Writing.golden;
import static dev.weakspot.catalog.Writing.wire;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.Writing;
import dev.weakspot.outbox.OutboxMessage;
import dev.weakspot.testbed.Contracts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What we write is what the contract shows. */
class TopicEventsTest {

    private final TopicEvents events = new TopicEvents(Writing.KAFKA_TOPICS, Writing.MESSAGES);

    @Test
    void aPublishedTopicEqualsTheGoldenMessage() {
        var topic = new Topic(
                TopicSlug.of("orm-queries"),
                "QuerySets and lookups",
                "Models & ORM",
                List.of(TopicSlug.of("models-relationships")));

        OutboxMessage message = events.published(topic, 1, Instant.parse("2026-01-05T09:00:00Z"));

        assertThat(wire(message)).isEqualTo(golden("catalog.topics.v1", "topic"));
    }

    @Test
    void aTopicWithoutPrerequisitesIsValidToo() {
        var topic = new Topic(TopicSlug.of("views"), "Views", "Views & URLs", List.of());

        OutboxMessage message = events.published(topic, 2, Instant.parse("2026-01-05T09:00:00Z"));

        assertThat(Contracts.violations(
                        "catalog.topics.v1", wire(message).payload().toString()))
                .isEmpty();
    }
}
