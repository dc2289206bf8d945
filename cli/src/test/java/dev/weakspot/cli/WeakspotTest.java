package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.testbed.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WeakspotTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "start --help",
                "token --help",
                "replay --help",
                "evaluate --help",
                "simulate --help",
                "doctor --help"
            })
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
                "token --learner ''",
                "token --learner '  '",
                "token --role ''",
                "token --role author --name ''",
                "token --learner ada --role author",
                "replay",
                "replay some.csv --limit 0",
                "replay some.csv --connections 1000",
                "replay some.csv --prefix Ümlaut",
                "evaluate",
                "evaluate some.csv --protocol backwards",
                "evaluate some.csv --protocol split:",
                "evaluate some.csv --frozen",
                "evaluate some.csv --protocol split:test --frozen --online",
                "evaluate some.csv --limit 0",
                "simulate --learners 0",
                "simulate --topics 3",
                "simulate --topics 12 --questions 11",
                "simulate --bank --topics 12",
                "simulate --plot /proc/weakspot",
                "doctor no-such-folder",
                "doctor src --coverage no-such-file",
                "doctor one two"
            })
    void wrongUsageIsToldWithoutAStackTrace(String words) {
        int exitCode = execute(words(words));

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: weakspot").doesNotContain("\tat ");
    }

    /** Before any work, and although the data set is missing, too. */
    @ParameterizedTest
    @CsvSource({
        "evaluate some.csv --plot /etc/passwd/below,/etc/passwd/below: Not a directory",
        "evaluate some.csv --plot /proc/weakspot,/proc/weakspot: no folder can be made there",
        "evaluate some.csv --plot /etc/passwd,/etc/passwd: something else has that name",
        "simulate --plot /proc/weakspot,/proc/weakspot: no folder can be made there",
    })
    void aFolderThatCannotBeDrawnIntoIsRefusedAtOnce(String words, String reason) {
        int exitCode = execute(words(words));

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().lines()).first().isEqualTo("--plot cannot draw into " + reason + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simulate --learners 0 | --learners must be at least 1, and is 0.",
                "simulate --attempts 0 | --attempts must be at least 1, and is 0.",
                "simulate --topics 3 | --topics must be at least 4, and is 3.",
                "simulate --topics 12 --questions 11 | --questions must be at least 12, one for each topic, and is 11.",
                "simulate --bank --questions 11 | --topics and --questions are of a made-up bank: leave them out with --bank.",
            })
    void whatIsWrongWithASimulationIsSaidByName(String words, String sentence) {
        execute(words(words));

        assertThat(err.toString().lines()).first().isEqualTo(sentence);
    }

    @Test
    void aTokenNeedsTheKeysThatStartMakes() {
        int exitCode = execute("token", "--learner", "ada", "--data", folder.toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).contains("run ./weakspot start first").hasLineCount(1);
    }

    @Test
    void whatCannotStartDeletesNothing() throws IOException {
        int portBase = Ports.anyFree(6);
        Path kept = Files.writeString(
                Files.createDirectories(new DataFolder(folder).identity()).resolve("pseudonym-secret"), "kept");
        try (var squatter = new ServerSocket(portBase + 2, 1, InetAddress.getLoopbackAddress())) {
            int exitCode =
                    execute("start", "--fresh", "--data", folder.toString(), "--port-base", Integer.toString(portBase));

            assertThat(exitCode).isEqualTo(1);
            assertThat(err.toString())
                    .contains("port " + squatter.getLocalPort() + " (practice)")
                    .hasLineCount(1);
            assertThat(kept).hasContent("kept");
        }
    }

    @Test
    void linesOfTheHelpFitTheScreen() {
        assertThat(Weakspot.commandLine().getSubcommands().values())
                .isNotEmpty()
                .allSatisfy(command -> assertThat(
                                command.getCommandSpec().usageMessage().footer())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThan(80)));
    }

    @ParameterizedTest
    @CsvSource({"/etc/passwd/below,Not a directory", "/proc/weakspot,no folder can be made there"})
    void whatIsNoDataFolderIsRefusedInOneSentence(String path, String reason) {
        int exitCode = execute("start", "--data", path);

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("Cannot use %s as a data folder: %s.".formatted(path, reason));
    }

    /** As a shell splits them: '' is an empty word. */
    private static String[] words(String line) {
        return Pattern.compile("'[^']*'|[^ ]+")
                .matcher(line)
                .results()
                .map(word -> word.group().replace("'", ""))
                .toArray(String[]::new);
    }

    private int execute(String... words) {
        CommandLine commandLine =
                Weakspot.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(words);
    }
}
