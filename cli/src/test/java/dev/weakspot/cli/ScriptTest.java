package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@code ./weakspot} does by itself, before there is any Java. */
class ScriptTest {

    @Test
    void everyCommandIsListed() throws Exception {
        String usage = output(run("--help"));

        assertThat(Weakspot.commandLine().getSubcommands().keySet())
                .isNotEmpty()
                .allSatisfy(command -> assertThat(usage).contains("\n  " + command + " "));
    }

    @Test
    void anUnknownCommandIsRefusedAtOnceWithTheCommandsThereAre() throws Exception {
        Process script = run("fly");

        assertThat(output(script))
                .startsWith("Unknown command: fly\nUsage: ./weakspot COMMAND")
                .contains("\n  test ");
        assertThat(script.waitFor()).isEqualTo(2);
    }

    private static Process run(String word) throws IOException {
        Path script = Installation.current().home().resolve("weakspot");
        return new ProcessBuilder(script.toString(), word)
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
