package dev.weakspot.recommendation.attempt;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.recommendation.belief.NumberedAttempt;
import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Example;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** We can read every attempt that the contract allows, one from the future included. */
class AttemptContractTest {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    static Stream<Example> recorded() {
        return Contracts.examples("practice.attempts.v1").stream();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void everyGoldenAttemptCanBeLearnedFrom(Example example) throws IOException {
        NumberedAttempt attempt = read(example);

        assertThat(attempt.learner().toString()).isEqualTo(example.key());
        assertThat(attempt.attemptId().toString()).isEqualTo(example.headers().get("ce_id"));
    }

    @Test
    void nothingThatWeUseIsLost() throws IOException {
        Example selfGraded = recorded()
                .filter(example -> example.name().equals("self-graded"))
                .findFirst()
                .orElseThrow();

        NumberedAttempt attempt = read(selfGraded);

        assertThat(attempt.sequence()).isEqualTo(3);
        assertThat(attempt.attempt().score()).isEqualTo(.75);
        assertThat(attempt.attempt().answeredAt()).isEqualTo("2026-03-01T18:30:00Z");
        assertThat(attempt.attempt().question().id().value()).isEqualTo("explain-n-plus-one");
        assertThat(attempt.attempt().question().difficulty()).isEqualTo(.4);
        assertThat(attempt.attempt().question().topics())
                .extracting(topic -> topic.value())
                .containsExactly("orm-queries", "query-optimization");
    }

    private static NumberedAttempt read(Example example) throws IOException {
        return requireNonNull(JSON.readValue(example.payload(), AttemptRecorded.class))
                .toNumberedAttempt();
    }
}
