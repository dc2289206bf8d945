package dev.weakspot.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void jsonNamesEveryPolicyWithItsNumbers() throws IOException {
        JsonNode policies = new ObjectMapper().readTree(output("--json")).path("policies");

        assertThat(policies.fieldNames())
                .toIterable()
                .containsExactly("random", "round_robin", "greedy_weakest", "elo_target", "weakspot", "oracle");
        assertThat(policies).allSatisfy(policy -> {
            assertThat(policy.path("p_at_3").fieldNames()).toIterable().containsExactly("10", "20", "40", "60");
            assertThat(policy.path("p_at_3"))
                    .allSatisfy(share -> assertThat(share.asDouble()).isBetween(0.0, 1.0));
            assertThat(policy.path("ndcg_at_3").isNumber()).isTrue();
            assertThat(policy.path("gain_vs_random").isNumber()).isTrue();
            assertThat(policy.path("gain_vs_oracle").isNumber()).isTrue();
            assertThat(policy.path("review_load").asDouble()).isBetween(0.0, 1.0);
        });
        assertThat(policies.path("random").path("gain_vs_random").asDouble()).isEqualTo(1);
        assertThat(policies.path("oracle").path("gain_vs_oracle").asDouble()).isEqualTo(1);
    }

    @Test
    void theSameSeedPrintsTheSame() {
        String once = output("--json", "--seed", "7");

        assertThat(output("--json", "--seed", "7")).isEqualTo(once);
    }

    @Test
    void peopleGetATableAndPictures() throws IOException {
        Path pictures = folder.resolve("new/pictures");

        String table = output("--plot", pictures.toString());

        assertThat(table).contains("weakspot", "P@3", "vs oracle", "6 learners").doesNotContain("NaN");
        assertThat(Files.readString(pictures.resolve("weakest-topics-found.svg")))
                .startsWith("<svg ")
                .contains("weakspot", "<circle ")
                .doesNotContain("NaN")
                .endsWith("</svg>\n");
        assertThat(Files.readString(pictures.resolve("learning-gain.svg")))
                .contains("oracle", "<rect ")
                .doesNotContain("NaN");
    }

    private static String output(String... options) {
        var out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("--learners", "6", "--topics", "4", "--questions", "16"));
        arguments.addAll(List.of(options));

        int exitCode = new CommandLine(new Simulate())
                .setOut(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));

        assertThat(exitCode).isZero();
        return out.toString();
    }
}
