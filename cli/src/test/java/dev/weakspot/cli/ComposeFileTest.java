package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What cannot be asked of a Docker engine that is not there: the compose file agrees with what it was written after. */
class ComposeFileTest {

    @Test
    void hostPortsAreTheUsualOnes() throws IOException {
        for (ServiceName service : ServiceName.values()) {
            int port = PortPlan.USUAL.of(service);
            assertThat(composeFile()).contains("127.0.0.1:%d:%d".formatted(port, port));
        }
        assertThat(composeFile()).contains("127.0.0.1:%d:5432".formatted(PortPlan.USUAL.postgres()));
    }

    @Test
    void imagesFindTheirFiles() throws IOException {
        Path home = Installation.current().home();
        List<String> modules = Pattern.compile("args: \\{ SERVICE: (\\S+) }")
                .matcher(composeFile())
                .results()
                .map(build -> build.group(1))
                .toList();
        List<PathMatcher> allowed = Files.readAllLines(home.resolve(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line.substring(1)))
                .toList();
        List<Path> copied = Files.readAllLines(home.resolve("ops/Dockerfile")).stream()
                .filter(line -> line.startsWith("COPY ") && !line.startsWith("COPY --from"))
                .map(line -> line.split(" ", 3)[1])
                .flatMap(file -> modules.stream().map(module -> file.replace("${SERVICE}", module)))
                .map(file -> Path.of(file.replace("*", Installation.version())))
                .toList();

        assertThat(modules)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ServiceName.values()).map(ServiceName::module).toList());
        assertThat(copied).isNotEmpty().allSatisfy(file -> {
            assertThat(allowed).as("what .dockerignore lets through").anyMatch(matcher -> matcher.matches(file));
            assertThat(home.resolve(file.getName(0)).resolve("pom.xml")).exists();
        });
    }

    /** Compose reads the file without an engine, wherever it is installed. */
    @Test
    void composeUnderstandsIt() {
        Optional<List<String>> compose = Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
                .filter(command -> says(command, "version") == 0)
                .findFirst();
        assumeThat(compose).as("docker compose").isPresent();

        assertThat(says(compose.orElseThrow(), "-f", file().toString(), "config", "--quiet"))
                .isZero();
    }

    private static int says(List<String> command, String... more) {
        try {
            return new ProcessBuilder(
                            Stream.concat(command.stream(), Stream.of(more)).toList())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static Path file() {
        return Installation.current().home().resolve("docker-compose.yml");
    }

    private static String composeFile() throws IOException {
        return Files.readString(file());
    }
}
