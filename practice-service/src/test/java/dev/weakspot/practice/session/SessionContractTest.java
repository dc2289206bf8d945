package dev.weakspot.practice.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Example;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we write is what the contract shows. */
class SessionContractTest {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    static Stream<Example> ours() {
        return Contracts.examples("practice.sessions.v1").stream()
                .filter(example -> !example.name().equals("from-the-future"));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void anEventIsWrittenAsTheGoldenOne(Example example) throws IOException {
        SessionChanged changed = requireNonNull(JSON.readValue(example.payload(), SessionChanged.class));

        String written = JSON.writeValueAsString(changed);

        assertThat(JSON.readValue(written, JsonNode.class))
                .isEqualTo(JSON.readValue(example.payload(), JsonNode.class));
        assertThat(Contracts.violations("practice.sessions.v1", written)).isEmpty();
    }
}
