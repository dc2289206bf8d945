package dev.weakspot.recommendation.belief;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.outbox.OutboxMessage;
import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Example;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What we write is what the contract shows. */
class BeliefContractTest {

    private static final String TOPIC = "recommendation.beliefs.v1";
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final Example golden = Contracts.examples(TOPIC).stream()
            .filter(example -> example.name().equals("belief"))
            .findFirst()
            .orElseThrow();

    @Test
    void theEventIsWrittenAsTheGoldenOne() throws IOException {
        BeliefUpdated updated = requireNonNull(JSON.readValue(golden.payload(), BeliefUpdated.class));

        String written = JSON.writeValueAsString(updated);

        assertThat(JSON.readValue(written, JsonNode.class)).isEqualTo(JSON.readValue(golden.payload(), JsonNode.class));
        assertThat(Contracts.violations(TOPIC, written)).isEmpty();
    }

    @Test
    void keyAndHeadersAreThoseOfTheGoldenOne() throws IOException {
        BeliefUpdated updated = requireNonNull(JSON.readValue(golden.payload(), BeliefUpdated.class));

        var message = new OutboxMessage.Event(TOPIC, updated.key(), updated.event(), "{}");

        assertThat(message.key()).isEqualTo(golden.key());
        assertThat(message.headers()).isEqualTo(golden.headers());
    }

    @Test
    void anotherModelsBeliefIsAnotherEvent() throws IOException {
        String payload = golden.payload();

        String again = eventId(payload.replace("lean/1@48213", "lean/1@50000"));
        String another = eventId(payload.replace("lean/1@48213", "lean/2@48213"));

        assertThat(again).isEqualTo(eventId(payload));
        assertThat(another).isNotEqualTo(eventId(payload));
    }

    private static String eventId(String payload) throws IOException {
        return requireNonNull(JSON.readValue(payload, BeliefUpdated.class))
                .event()
                .id();
    }
}
