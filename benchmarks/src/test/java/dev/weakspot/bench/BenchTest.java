package dev.weakspot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.weakspot.cli.CommandFailure;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchTest {

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"everything", "attempts --loudly"})
    void wrongUsageIsTold(String words) {
        int exitCode = Bench.commandLine().setErr(new PrintWriter(err, true)).execute(words.split(" ", -1));

        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("Usage: weakspot bench");
    }

    static List<Arguments> failures() {
        return List.of(
                arguments(
                        new EOFException("The service has hung up"),
                        "broken could not be measured: The service has hung up"),
                arguments(
                        new ClosedChannelException(),
                        "broken could not be measured: java.nio.channels.ClosedChannelException"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whyNothingWasMeasuredIsTold(IOException failure, String sentence) throws IOException {
        Bench.Conditions conditions = conditions();

        assertThatThrownBy(() -> Bench.measure(new Broken(failure), conditions))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(sentence);
    }

    @Test
    void aMistakeKeepsItsTrace() throws IOException {
        var mistake = new IllegalStateException("a mistake");
        Bench.Conditions conditions = conditions();

        assertThatThrownBy(() -> Bench.measure(new Broken(mistake), conditions)).isSameAs(mistake);
    }

    private Bench.Conditions conditions() throws IOException {
        return new Bench.Conditions(
                Effort.SMOKE,
                Bench.installation(),
                Machine.now(),
                Duration.ZERO,
                new PrintWriter(err, true),
                (_, _) -> {});
    }

    /** Cannot be measured. */
    private record Broken(Exception failure) implements Benchmark {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String question() {
            return "why";
        }

        @Override
        public List<Figure> measure(Bench.Conditions conditions) throws Exception {
            throw failure;
        }
    }
}
