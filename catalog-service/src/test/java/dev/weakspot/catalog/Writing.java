package dev.weakspot.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weakspot.outbox.OutboxMessage;
import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Example;
import io.micronaut.json.JsonMapper;
import java.util.Map;

/** The service's own JSON and messages, without the service; and golden messages to compare them with. */
public final class Writing {

    public static final JsonMapper JSON =
            io.micronaut.serde.ObjectMapper.create(Map.of(), Writing.class.getPackageName());
    public static final Messages MESSAGES = new Messages(JSON);
    public static final KafkaTopics KAFKA_TOPICS = new KafkaTopics("catalog.topics.v1", "catalog.questions.v1");

    private static final ObjectMapper TREES = new ObjectMapper();

    private Writing() {}

    /** A message as one value; two are equal when a consumer could not tell them apart. */
    public record Wire(String key, Map<String, String> headers, JsonNode payload) {}

    public static Wire golden(String kafkaTopic, String name) {
        Example example = Contracts.examples(kafkaTopic).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Wire(example.key(), example.headers(), tree(example.payload()));
    }

    public static Wire wire(OutboxMessage message) {
        return switch (message) {
            case OutboxMessage.Event event -> new Wire(event.key(), event.headers(), tree(event.json()));
            case OutboxMessage.Tombstone tombstone -> new Wire(tombstone.key(), tombstone.headers(), tree("null"));
        };
    }

    public static JsonNode tree(String json) {
        try {
            return TREES.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }
}
