package dev.weakspot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The faults that are most likely, each once, as a user lets them strike; {@code ./weakspot test --faults} is the long form. */
class FaultsIT {

    private static final List<String> LIKELY = List.of(
            "killed-practice",
            "killed-recommendation",
            "killed-kafka",
            "killed-postgresql",
            "frozen-in-transaction",
            "two-relays",
            "odd-deliveries",
            "poison");

    @Test
    void nothingIsLostWhateverDies() throws IOException, InterruptedException {
        Stream<String> command = Stream.of(
                Bench.installation().home().resolve("weakspot").toString(),
                "test",
                "--faults",
                "--number=" + LIKELY.size(),
                "--per-second=30",
                "--length=1");
        var builder = new ProcessBuilder(Stream.concat(command, LIKELY.stream()).toList()).redirectErrorStream(true);
        // This build has packaged what it needs so far.
        builder.environment().put("WEAKSPOT_PACKAGED", "yes");

        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains(LIKELY.size() + " faults, nothing lost.");
    }
}
