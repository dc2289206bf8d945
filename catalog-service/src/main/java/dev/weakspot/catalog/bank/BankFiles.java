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
import java.util.Optional;
import java.util.function.Predicate;
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

    /** What authors call the bank as a whole. */
    String name() {
        return configuration.folder().isEmpty() ? configuration.resources() : configuration.folder();
    }

    /** Reads each file, those of the class path first, each lot in the order of its names. */
    List<Source> readAll() {
        return readAll(BankFiles::isBankFile);
    }

    /** The file of this name beside the bank's files; that of the folder rather than that of the class path. */
    Optional<Source> find(String name) {
        return readAll(name::equals).stream().reduce((ofClassPath, ofFolder) -> ofFolder);
    }

    /** Reads the bank's files in a folder, in the order of their names. */
    static List<Source> readFolder(Path folder, String name) throws IOException {
        return readFolder(folder, name, BankFiles::isBankFile);
    }

    /** Reads a file. Bytes that are no UTF-8 become U+FFFD, which the reader refuses with its line. */
    static Source read(Path file, String name) throws IOException {
        try {
            return new Source(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // What the system says seldom names the file.
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    private List<Source> readAll(Predicate<String> wanted) {
        List<Source> sources = new ArrayList<>();
        try {
            for (URL folder : classPath.getResources(configuration.resources()).toList()) {
                sources.addAll(readResources(folder, wanted));
            }
            if (!configuration.folder().isEmpty()) {
                sources.addAll(readFolder(Path.of(configuration.folder()), configuration.folder(), wanted));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private List<Source> readResources(URL folder, Predicate<String> wanted) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection connection) {
            Path jar = Path.of(URI.create(connection.getJarFileURL().toString()));
            try (FileSystem inJar = FileSystems.newFileSystem(jar)) {
                return readFolder(inJar.getPath(configuration.resources()), configuration.resources(), wanted);
            }
        }
        return readFolder(Path.of(URI.create(folder.toString())), configuration.resources(), wanted);
    }

    private static List<Source> readFolder(Path folder, String name, Predicate<String> wanted) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.list(folder)) {
            files = paths.filter(path -> wanted.test(path.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        List<Source> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(read(file, name + "/" + file.getFileName()));
        }
        return sources;
    }

    private static boolean isBankFile(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
