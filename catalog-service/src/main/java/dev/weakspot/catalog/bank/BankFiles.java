package dev.weakspot.catalog.bank;

import io.micronaut.core.io.scan.ClassPathResourceLoader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files of the bank: on the class path, in a jar too, and in a folder. Only {@code .yaml} and {@code .yml}. */
@Singleton
final class BankFiles {

    private final BankConfiguration configuration;
    private final ClassPathResourceLoader classPath;

    BankFiles(BankConfiguration configuration, ClassPathResourceLoader classPath) {
        this.configuration = configuration;
        this.classPath = classPath;
    }

    /** Reads each file, those of the class path first, each lot in the order of its names. */
    List<Source> readAll() {
        List<Source> sources = new ArrayList<>();
        try {
            for (URL folder : classPath.getResources(configuration.resources()).toList()) {
                sources.addAll(readResources(folder));
            }
            if (!configuration.folder().isEmpty()) {
                sources.addAll(readFolder(Path.of(configuration.folder()), configuration.folder()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private List<Source> readResources(URL folder) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection connection) {
            Path jar = Path.of(URI.create(connection.getJarFileURL().toString()));
            try (FileSystem inJar = FileSystems.newFileSystem(jar)) {
                return readFolder(inJar.getPath(configuration.resources()), configuration.resources());
            }
        }
        return readFolder(Path.of(URI.create(folder.toString())), configuration.resources());
    }

    private static List<Source> readFolder(Path folder, String name) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.list(folder)) {
            files = paths.filter(path -> path.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        }
        List<Source> sources = new ArrayList<>();
        for (Path file : files) {
            // Bytes that are no UTF-8 become U+FFFD, which the reader refuses with its line.
            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            sources.add(new Source(name + "/" + file.getFileName(), text));
        }
        return sources;
    }
}
