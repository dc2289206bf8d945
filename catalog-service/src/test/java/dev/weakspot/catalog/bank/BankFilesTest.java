package dev.weakspot.catalog.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.io.scan.ClassPathResourceLoader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankFilesTest {

    @TempDir
    Path folder;

    @Test
    void aBankInAJarIsRead() throws IOException {
        Path jar = folder.resolve("bank with a space.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            add(out, "question-bank/", "");
            add(out, "question-bank/views.yaml", "views");
            add(out, "question-bank/forms.yml", "förms");
            add(out, "question-bank/README.md", "not a question");
        }

        try (var classLoader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(readAll(classLoader, ""))
                    .containsExactly(
                            new Source("question-bank/forms.yml", "förms"),
                            new Source("question-bank/views.yaml", "views"));
        }
    }

    @Test
    void aFolderComesAfterTheClassPath() throws IOException {
        Files.createDirectories(folder.resolve("classes/question-bank"));
        Files.writeString(folder.resolve("classes/question-bank/views.yaml"), "views");
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/forms.yaml"), "forms");
        URL classes = folder.resolve("classes").toUri().toURL();

        try (var classLoader = new URLClassLoader(new URL[] {classes}, null)) {
            assertThat(readAll(classLoader, folder + "/mine"))
                    .containsExactly(
                            new Source("question-bank/views.yaml", "views"),
                            new Source(folder + "/mine/forms.yaml", "forms"));
        }
    }

    @Test
    void bytesThatAreNoTextAreLeftForTheReaderToRefuse() throws IOException {
        Files.write(folder.resolve("views.yaml"), new byte[] {'v', (byte) 0xFF});

        try (var classLoader = new URLClassLoader(new URL[0], null)) {
            assertThat(readAll(classLoader, folder.toString()))
                    .extracting(Source::text)
                    .containsExactly("v\uFFFD");
        }
    }

    private static List<Source> readAll(ClassLoader classLoader, String folder) {
        var configuration = new BankConfiguration(true, "question-bank", folder);
        return new BankFiles(configuration, ClassPathResourceLoader.defaultLoader(classLoader)).readAll();
    }

    private static void add(JarOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
