package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every version stands in the root POM; a module names at most the property that holds it. */
class VersionsTest {

    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern WRITTEN_OUT = Pattern.compile("<version>\\s*[^$\\s][^<]*</version>");

    @Test
    void modulesNameNoVersion() throws IOException {
        Path home = Installation.current().home();
        List<Path> modules;
        try (Stream<Path> files = Files.find(home, 3, (file, _) -> file.endsWith("pom.xml"))) {
            modules = files.filter(pom -> !home.equals(pom.getParent())).toList();
        }

        assertThat(modules).hasSizeGreaterThan(9).allSatisfy(module -> {
            String pom = PARENT.matcher(Files.readString(module)).replaceFirst("");
            assertThat(WRITTEN_OUT.matcher(pom).results().map(version -> version.group()))
                    .as(module.toString())
                    .isEmpty();
        });
    }
}
