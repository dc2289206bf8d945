package dev.weakspot.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FaultRunTest {

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            poison nonsense   | There is no fault "nonsense". There are: killed-practice, killed-recommendation
            --number 0        | --number must lie between 1 and 10000, and is 0.
            --per-second -1   | --per-second must lie between 1 and 10000, and is -1.
            --length 601      | --length must lie between 1 and 600, and is 601.
            """)
    void wrongUsageIsToldBeforeAnythingStarts(String words, String told) {
        int exitCode = FaultRun.commandLine().setErr(new PrintWriter(err, true)).execute(words.split(" ", -1));

        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(told);
    }
}
