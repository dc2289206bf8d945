package dev.weakspot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two of the benchmarks in seconds, as a user runs them: that they say what they should, not how fast anything is. */
class BenchIT {

    private static final Path SCRIPT = Bench.installation().home().resolve("weakspot");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatIsMeasuredIsToldWithItsBars() throws IOException {
        Map<String, Map<String, Object>> report = measure("attempts", "drain");

        assertThat(report)
                .containsOnlyKeys(
                        "attempts.ratio",
                        "attempts.ours",
                        "attempts.baseline",
                        "attempts.p50",
                        "attempts.p99",
                        "attempts.processor-time",
                        "drain.ratio",
                        "drain.ours",
                        "drain.baseline",
                        "drain.dead-rows",
                        "drain.table-size",
                        "machine.processors",
                        "machine.commit-delay",
                        "machine.load-at-start",
                        "machine.steal");
        assertThat(report.get("attempts.ratio"))
                .containsOnlyKeys("value", "lowest", "highest", "unit", "floor", "goal", "ok")
                .containsEntry("floor", .6)
                .containsEntry("goal", .8);
    }

    private static Map<String, Map<String, Object>> measure(String one, String other) throws IOException {
        var builder = new ProcessBuilder(SCRIPT.toString(), "bench", one, other, "--smoke", "--json")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // This build has packaged what it needs so far.
        builder.environment().put("WEAKSPOT_PACKAGED", "yes");
        return JSON.readValue(builder.start().getInputStream(), new TypeReference<>() {});
    }
}
