package dev.weakspot.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {

    @ParameterizedTest
    @MethodSource("topicsWithASchema")
    void goldenExamplesAreValid(String topic) {
        List<Example> messages = Contracts.examples(topic).stream()
                .filter(example -> !example.isTombstone())
                .toList();

        assertThat(messages).isNotEmpty().allSatisfy(example -> assertThat(
                        Contracts.violations(topic, example.payload()))
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("topicsWithASchema")
    void everyTopicHasAnExampleFromTheFuture(String topic) {
        assertThat(Contracts.examples(topic)).extracting(Example::name).contains("from-the-future");
    }

    @Test
    void everyTopicHasItsParkingPlace() {
        List<String> addresses =
                Contracts.channels().stream().map(Channel::address).toList();

        assertThat(addresses)
                .containsAll(topicsWithASchema().map(topic -> topic + ".parked").toList());
    }

    @Test
    void aWrongPayloadIsRefusedWithTheReason() {
        Example correct = Contracts.examples("practice.attempts.v1").getFirst();

        List<String> violations = Contracts.violations(
                "practice.attempts.v1", correct.payload().replaceFirst("\"score\":[0-9.]+", "\"score\":1.5"));

        assertThat(violations).singleElement().asString().contains("score");
    }

    @Test
    void formatsAreChecked() {
        Example correct = Contracts.examples("practice.attempts.v1").getFirst();

        List<String> violations = Contracts.violations(
                "practice.attempts.v1",
                correct.payload().replaceFirst("\"learner_id\":\"[^\"]+\"", "\"learner_id\":\"ada\""));

        assertThat(violations).singleElement().asString().contains("learner_id");
    }

    static Stream<String> topicsWithASchema() {
        return Contracts.channels().stream().map(Channel::address).filter(address -> !address.endsWith(".parked"));
    }
}
