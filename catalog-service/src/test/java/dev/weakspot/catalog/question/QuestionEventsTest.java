package dev.weakspot.catalog.question;

import static dev.weakspot.catalog.Writing.golden;
import static dev.weakspot.catalog.Writing.wire;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.Writing;
import dev.weakspot.outbox.OutboxMessage;
import dev.weakspot.testbed.Contracts;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we write is what the contract shows. */
class QuestionEventsTest {

    private static final String CONTRACT = "catalog.questions.v1";

    private final QuestionEvents events = new QuestionEvents(Writing.KAFKA_TOPICS, Writing.MESSAGES);

    @ParameterizedTest
    @ValueSource(strings = {"single-choice", "multiple-choice", "short-text", "code-output", "ordering", "rubric"})
    void aPublishedQuestionEqualsTheGoldenMessage(String name) throws IOException {
        QuestionVersion version = versionIn(name);

        OutboxMessage message = events.published(version);

        assertThat(wire(message)).isEqualTo(golden(CONTRACT, name));
        assertThat(Contracts.violations(CONTRACT, wire(message).payload().toString()))
                .isEmpty();
    }

    @Test
    void aWithdrawalEqualsTheGoldenMessage() {
        OutboxMessage message =
                events.withdrawn(QuestionId.of("queryset-is-lazy"), 1, Instant.parse("2026-02-01T09:00:00Z"));

        assertThat(wire(message)).isEqualTo(golden(CONTRACT, "withdrawn"));
    }

    /** A name that one of our records does not know would be lost here, and missed in what is written. */
    private static QuestionVersion versionIn(String name) throws IOException {
        String payload = golden(CONTRACT, name).payload().toString();
        return Objects.requireNonNull(Writing.JSON.readValue(payload, QuestionVersion.class));
    }
}
