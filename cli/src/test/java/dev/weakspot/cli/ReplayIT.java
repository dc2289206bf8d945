package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weakspot.testbed.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set through the whole system. */
class ReplayIT {

    private static final int ROWS = 1_000;

    @TempDir
    private Path folder;

    @Test
    void everyRowIsAppliedOnceHoweverOftenItIsSent() throws Exception {
        Path data = folder.resolve("data");
        Path file = dataSet();
        try (var weakspot = WeakspotProcess.start(data, Ports.anyFree(6), "--no-bank")) {
            JsonNode half = replay(0, data, file, "--limit", Integer.toString(ROWS / 2));
            JsonNode whole = replay(0, data, file);
            weakspot.kill();

            assertThat(half.path("applied").asInt()).isEqualTo(ROWS / 2);
            assertThat(whole.path("accepted").asInt()).isEqualTo(ROWS);
            assertThat(whole.path("repeated").asInt()).isEqualTo(ROWS / 2);
            assertThat(whole.path("published").asInt()).isEqualTo(ROWS);
            assertThat(whole.path("applied").asInt()).isEqualTo(ROWS);
            assertThat(whole.path("predictions").asInt()).isEqualTo(ROWS);
            // Questions of very different difficulty: a model that learns anything at all is well above chance.
            assertThat(whole.path("auc").asDouble()).isBetween(0.6, 1.0);
        }
    }

    @Test
    void withoutARunningSystemOneSentenceSaysWhatToDo() throws Exception {
        var err = new StringWriter();

        int exitCode = Weakspot.commandLine()
                .setErr(new PrintWriter(err))
                .execute(
                        "replay",
                        dataSet().toString(),
                        "--data",
                        folder.resolve("nothing").toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("Nothing runs on ")
                .contains("./weakspot start")
                .hasLineCount(1);
    }

    /** Forty learners, twenty questions; the higher the question's number, the fewer get it right. */
    private Path dataSet() throws IOException {
        var random = new Random(7);
        var rows = new StringBuilder("learner,question,skills,correct,order_or_timestamp,split\n");
        for (int i = 0; i < ROWS; i++) {
            int question = random.nextInt(20);
            int correct = random.nextInt(20) >= question ? 1 : 0;
            rows.append("%d,%d,skill %d~Überall,%d,%d,all%n"
                    .formatted(random.nextInt(40), question, question % 4, correct, i));
        }
        return Files.writeString(folder.resolve("made up.csv"), rows);
    }

    private static JsonNode replay(int exitCode, Path data, Path file, String... options) throws IOException {
        var out = new StringWriter();
        String[] arguments = Stream.concat(
                        Stream.of("replay", file.toString(), "--json", "--data", data.toString()), Stream.of(options))
                .toArray(String[]::new);

        int code = Weakspot.commandLine().setOut(new PrintWriter(out)).execute(arguments);

        assertThat(code).as(out.toString()).isEqualTo(exitCode);
        return new ObjectMapper().readTree(out.toString());
    }
}
