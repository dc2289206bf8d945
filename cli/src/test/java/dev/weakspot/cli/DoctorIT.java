package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code weakspot doctor} with the packaged catalog service. */
class DoctorIT {

    private static final String LOOPS = """
            topic: {slug: loops, title: Loops, group: Control flow, prerequisites: []}
            questions:
              - id: which-loop
                version: 1
                kind: definition
                level: junior
                difficulty: 0
                expected_seconds: 20
                assesses: Whether the candidate knows the kinds of loops.
                stem: Which statement repeats its block as long as a condition holds?
                answer: {type: short-text, accepted: [while]}
                explanation: A `while` loop tests its condition before each round; `for` takes the elements of an iterable.
                sources: [https://docs.python.org/3/]
            """;

    private static final String WRONG_OUTPUT = """
            topic: {slug: loops, title: Loops, group: Control flow, prerequisites: []}
            questions:
              - id: loop-output
                version: 1
                kind: code-reading
                level: junior
                difficulty: 0
                expected_seconds: 20
                assesses: Whether the candidate knows where a range begins.
                stem: |
                  What does this loop print?

                  ```python
                  for n in range(2): print(n)
                  ```
                answer: {type: code-output, prints: "1"}
                explanation: A range begins with 0 unless told otherwise, and ends before its argument.
                sources: [https://docs.python.org/3/]
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void ourBankIsHealthy() {
        int exitCode = execute("doctor");

        assertThat(out.toString()).contains(": 0 errors, 0 warnings, ");
        assertThat(exitCode).isZero();
    }

    @Test
    void aDefectIsSaidWithItsPlaceAndRemedy(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("loops.yaml"), LOOPS.replace("`while`", "`while"));

        int exitCode = execute("doctor", folder.toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString())
                .startsWith(folder + "/loops.yaml:12: error: A back-tick has no partner")
                .contains("[markdown]")
                .contains("1 question (1 graded automatically) about 1 topic: 1 error, 0 warnings, 0 notes");
    }

    @Test
    void jsonIsOneObjectAndNothingElse(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("loops.yaml"), LOOPS);
        Path coverage = Files.writeString(folder.resolve("wanted.json"), "{\"minimum\": {\"questions\": 2}}");

        int exitCode = execute("doctor", folder.toString(), "--json", "--coverage", coverage.toString());

        JsonNode diagnosis = new ObjectMapper().readTree(out.toString());
        assertThat(exitCode).isEqualTo(1);
        assertThat(diagnosis.toString()).isEqualTo("""
                        {"questions":1,"graded_automatically":1,"topics":1,"coverage":{"loops":{"definition":1}},\
                        "findings":[{"severity":"warning","check":"coverage","place":"%s:1","remedy":\
                        "Questions in the bank: 1, and at least 2 are wanted. Write what is missing."}]}""".formatted(coverage));
    }

    @Test
    void aStrangersProgramIsNotRun(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("loops.yaml"), WRONG_OUTPUT);

        assertThat(execute("doctor", folder.toString())).isZero();
    }

    @Test
    void aProgramThatPrintsSomethingElseIsAnErrorWhenToldToRun(@TempDir Path folder) throws IOException {
        assumeTrue(hasPython(), "there is no python3");
        Files.writeString(folder.resolve("loops.yaml"), WRONG_OUTPUT);

        int exitCode = execute("doctor", folder.toString(), "--run");

        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString())
                .startsWith(folder + "/loops.yaml:16: error: ")
                .contains("The program of loop-output prints \"0\\n1\" instead.");
    }

    @Test
    void aFileThatCannotBeReadIsToldInOneSentence(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("loops.yaml"));

        int exitCode = execute("doctor", folder.toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("Cannot read the bank in " + folder + ": " + folder + "/loops.yaml: ")
                .hasLineCount(1);
    }

    @Test
    void aFolderWithoutABankIsWrongUsage(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("loops.txt"), LOOPS);

        int exitCode = execute("doctor", folder.toString());

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(folder + ": it has no .yaml or .yml file, so it is no bank")
                .contains("Usage: weakspot doctor");
    }

    @Test
    void aHealthyFolderIsNoFailure(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("loops.yaml"), LOOPS);

        assertThat(execute("doctor", folder.toString())).isZero();
        assertThat(err.toString()).isEmpty();
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int execute(String... words) {
        return Weakspot.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
