package dev.weakspot.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data}: which data folder a command works on. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with the databases, messages, keys and logs (default: .weakspot in the project).")
    private @Nullable Path path;

    public DataFolder folder() {
        return new DataFolder(
                Optional.ofNullable(path).orElseGet(() -> Installation.current().dataFolder()));
    }

    /** The option as it was given, for a command that a person may copy; nothing when it was not. */
    String asArgument() {
        return Optional.ofNullable(path)
                .map(given -> " --data " + ShellWord.of(folder().root().toString()))
                .orElse("");
    }
}
