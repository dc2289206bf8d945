package dev.weakspot.recommendation.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weakspot.inbox.UnreadableMessage;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.belief.NumberedAttempt;
import dev.weakspot.testbed.Contracts;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as an attempt, read as the running service reads: what is missing is never made up. */
class AttemptListenerIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static RecommendationService service;

    @BeforeAll
    static void start() {
        service = RecommendationService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attempt_id",
                "learner_id",
                "sequence",
                "question_id",
                "difficulty",
                "topics",
                "score",
                "answered_at"
            })
    void anAttemptWithoutWhatWeUseIsUnreadable(String field) throws Exception {
        ObjectNode attempt = anAttempt();
        attempt.remove(field);

        assertThatThrownBy(() -> read(attempt)).isInstanceOf(UnreadableMessage.class);
    }

    @Test
    void anAttemptOnATopicThatCannotBeOneIsUnreadable() throws Exception {
        ObjectNode attempt = anAttempt();
        attempt.putArray("topics").add("orm,views");

        assertThatThrownBy(() -> read(attempt)).isInstanceOf(UnreadableMessage.class);
    }

    @Test
    void anAttemptOnATopicThatIsNamedTwiceIsUnreadableAndSaysSo() throws Exception {
        ObjectNode attempt = anAttempt();
        attempt.putArray("topics").add("orm").add("views").add("orm");

        assertThatThrownBy(() -> read(attempt))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessage("The message is not an attempt to learn from: a topic is named twice");
    }

    @Test
    void aWholeAttemptIsRead() throws Exception {
        assertThat(read(anAttempt()).sequence()).isPositive();
    }

    private static NumberedAttempt read(ObjectNode attempt) throws UnreadableMessage {
        byte[] value = attempt.toString().getBytes(StandardCharsets.UTF_8);
        return service.bean(AttemptListener.class)
                .decode(new ConsumerRecord<>(RecommendationService.ATTEMPTS, 0, 0, new byte[0], value));
    }

    private static ObjectNode anAttempt() throws Exception {
        return (ObjectNode) JSON.readTree(
                Contracts.examples(RecommendationService.ATTEMPTS).getFirst().payload());
    }
}
