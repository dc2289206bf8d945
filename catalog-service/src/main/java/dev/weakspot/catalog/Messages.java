package dev.weakspot.catalog;

import dev.weakspot.outbox.CloudEvent;
import dev.weakspot.outbox.OutboxMessage;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** What all messages of the catalog have in common: who sends them, and how their JSON is written. */
@Singleton
public final class Messages {

    private static final String SOURCE = "/weakspot/catalog-service";
    private static final String TYPES = "dev.weakspot.catalog.";

    private final JsonMapper json;

    public Messages(JsonMapper json) {
        this.json = json;
    }

    /**
     * A message that something has happened.
     *
     * @param id unique among all messages of the catalog, and the same on every retry
     * @param type what happened, such as {@code topic.published}
     */
    public OutboxMessage event(String kafkaTopic, String key, String id, String type, Instant time, Object payload) {
        try {
            return new OutboxMessage.Event(
                    kafkaTopic, key, new CloudEvent(id, TYPES + type, SOURCE, time), json.writeValueAsString(payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #event}, for something that is gone. */
    public OutboxMessage tombstone(String kafkaTopic, String key, String id, String type, Instant time) {
        return new OutboxMessage.Tombstone(kafkaTopic, key, new CloudEvent(id, TYPES + type, SOURCE, time));
    }
}
