package dev.weakspot.cli.chart;

import dev.weakspot.cli.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The folder that {@code --plot} names. */
public final class PictureFolder {

    private PictureFolder() {}

    /** Makes the folder and tries to write into it: better to refuse it now than after minutes of work. */
    public static void prepare(Path folder, CommandLine command) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "weakspot", ".svg"));
        } catch (IOException e) {
            String sentence = "--plot cannot draw into %s: %s.".formatted(folder, FileTrouble.reason(e));
            throw new ParameterException(command, sentence, e);
        }
    }
}
