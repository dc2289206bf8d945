package dev.weakspot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The stack trace of what nobody foresaw, in a file of its own: a console is no place for it. */
final class CrashReport {

    private CrashReport() {}

    static Path write(Exception failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Path report = Files.createTempFile("weakspot-", ".txt");
            return Files.writeString(report, trace.toString());
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw new IllegalStateException(failure);
        }
    }
}
