package dev.weakspot.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EvaluateTest {

    private static final int ROWS = 4_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void jsonNamesEveryModelWithItsNumbers() throws IOException {
        JsonNode report = json(dataSet());

        assertThat(report.path("rows").asInt()).isEqualTo(ROWS);
        assertThat(report.path("models").fieldNames())
                .toIterable()
                .contains("weakspot", "best_lr", "elo", "bayesian_elo", "bkt", "pfa", "global_mean");
        assertThat(report.path("models")).allSatisfy(model -> {
            assertThat(model.path("auc").asDouble()).isBetween(.4, 1.0);
            assertThat(model.path("log_loss").asDouble()).isPositive();
            assertThat(model.path("ece").asDouble()).isBetween(0.0, .5);
            assertThat(model.path("brier").asDouble()).isBetween(0.0, .5);
            assertThat(model.path("us_per_event").asDouble()).isPositive();
            assertThat(model.path("auc_95").get(0).asDouble())
                    .isLessThan(model.path("auc_95").get(1).asDouble());
        });
        assertThat(report.path("models").path("weakspot").path("auc").asDouble())
                .isGreaterThan(.6);
        assertThat(report.path("weak_topics").path("weakspot").path("ndcg3").isNumber())
                .isTrue();
        assertThat(report.path("weak_topics").path("non_personal").path("ndcg3").isNumber())
                .isTrue();
    }

    @Test
    void dealtOutAnewNobodyPredictsAnything() throws IOException {
        JsonNode report = json(dataSet(), "--shuffle-labels");

        assertThat(report.path("models").path("weakspot").path("auc").asDouble())
                .isBetween(.46, .54);
    }

    @Test
    void ofASplitOnlyItsRowsArePredicted() throws IOException {
        JsonNode frozen = json(dataSet(), "--protocol", "split:test", "--frozen");

        assertThat(frozen.path("models").path("weakspot").path("predictions").asInt())
                .isBetween(1, ROWS / 2);
    }

    @Test
    void peopleGetTablesAndPictures() throws IOException {
        Path pictures = folder.resolve("new/pictures");

        int exitCode = execute(dataSet().toString(), "--plot", pictures.toString());

        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .contains("weakspot", "log loss", "NDCG@3", "4,000 predictions")
                .doesNotContain("NaN");
        assertThat(Files.readString(pictures.resolve("reliability.svg")))
                .startsWith("<svg ")
                .contains("weakspot")
                .doesNotContain("NaN")
                .endsWith("</svg>\n");
        assertThat(Files.readString(pictures.resolve("auc-by-attempt.svg")))
                .startsWith("<svg ")
                .contains("<circle ")
                .endsWith("</svg>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"split:nobody", "split:TEST"})
    void aSplitThatTheFileDoesNotHaveIsRefused(String protocol) throws IOException {
        var err = new StringWriter();

        int exitCode = new CommandLine(new Evaluate())
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(dataSet().toString(), "--protocol", protocol);

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).contains("has no row of the split " + protocol.substring("split:".length()));
    }

    @Test
    void aFileOfOneRowIsEnough() throws IOException {
        Path file = Files.writeString(
                folder.resolve("one.csv"), "learner,question,skills,correct,order_or_timestamp\nada,q,,1,0\n");

        JsonNode report = json(file);

        assertThat(report.path("rows").asInt()).isEqualTo(1);
        assertThat(report.path("models").path("weakspot").path("auc").asDouble())
                .isEqualTo(.5);
    }

    private JsonNode json(Path file, String... options) throws IOException {
        String[] arguments = Stream.concat(Stream.of(file.toString(), "--json"), Stream.of(options))
                .toArray(String[]::new);

        assertThat(execute(arguments)).isZero();

        return new ObjectMapper().readTree(out.toString());
    }

    private int execute(String... arguments) {
        return new CommandLine(new Evaluate())
                .setOut(new PrintWriter(out, true))
                .execute(arguments);
    }

    /** Forty learners, twenty questions on four skills; the higher the question's number, the fewer get it right. */
    private Path dataSet() throws IOException {
        var random = new Random(7);
        var rows = new StringBuilder("learner,question,skills,correct,order_or_timestamp,split\n");
        for (int i = 0; i < ROWS; i++) {
            int learner = random.nextInt(40);
            int question = random.nextInt(20);
            int correct = random.nextInt(20) >= question ? 1 : 0;
            rows.append("%d,%d,skill %d~Überall,%d,%d,%s%n"
                    .formatted(learner, question, question % 4, correct, i, learner < 30 ? "train" : "test"));
        }
        return Files.writeString(folder.resolve("made up.csv"), rows);
    }
}
