package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WeakspotTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"--help", "start --help", "token --help", "replay --help"})
    void everyCommandExplainsItself(String words) {
        int exitCode = execute(words.split(" "));

        assertThat(exitCode).isZero();
        assertThat(out.toString()).startsWith("Usage: weakspot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "start --port-base many",
                "start --port-base 80",
                "token",
                "token --role king",
                "token --learner ada --role author",
                "replay",
                "replay some.csv --limit 0",
                "replay some.csv --connections 1000",
                "replay some.csv --prefix Ümlaut"
            })
    void wrongUsageIsToldWithoutAStackTrace(String words) {
        int exitCode = execute(words.split(" "));

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: weakspot").doesNotContain("\tat ");
    }

    @Test
    void aTokenNeedsTheKeysThatStartMakes() {
        int exitCode = execute("token", "--learner", "ada", "--data", folder.toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).contains("run ./weakspot start first").hasLineCount(1);
    }

    private int execute(String... words) {
        CommandLine commandLine =
                Weakspot.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(words);
    }
}
