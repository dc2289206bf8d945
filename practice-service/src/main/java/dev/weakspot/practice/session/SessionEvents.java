package dev.weakspot.practice.session;

import dev.weakspot.outbox.CloudEvent;
import dev.weakspot.outbox.Outbox;
import dev.weakspot.outbox.OutboxMessage;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** Tells the world of sessions, in the transaction that changes them. */
@Singleton
class SessionEvents {

    private static final String TYPE = "dev.weakspot.practice.session.";
    private static final String SOURCE = "/weakspot/practice-service";

    private final Outbox outbox;
    private final JsonMapper json;
    private final String topic;

    SessionEvents(Outbox outbox, JsonMapper json, @Property(name = "weakspot.topics.practice-sessions") String topic) {
        this.outbox = outbox;
        this.json = json;
        this.topic = topic;
    }

    void started(SessionRow session, List<ItemRow> items) {
        append("started", session.startedAt(), SessionChanged.started(session, items));
    }

    void completed(SessionRow session, List<ItemRow> items, Instant at) {
        append("completed", at, SessionChanged.completed(session, items));
    }

    private void append(String what, Instant at, SessionChanged change) {
        String id = "session/%s/%s".formatted(change.sessionId(), what);
        var event = new CloudEvent(id, TYPE + what, SOURCE, at);
        try {
            outbox.append(new OutboxMessage.Event(
                    topic, change.learnerId().toString(), event, json.writeValueAsString(change)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
