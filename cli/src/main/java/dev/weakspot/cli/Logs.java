package dev.weakspot.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * One log file for everything in the JVM; each line says which part it comes from. The console belongs to the person
 * who typed the command.
 */
final class Logs {

    private final DataFolder data;

    Logs(DataFolder data) {
        this.data = data;
    }

    /** Begins a new log, keeps the previous one beside it, and sends this class loader's loggers there. */
    void begin() throws IOException {
        if (Files.exists(data.log())) {
            Files.move(data.log(), data.logs().resolve("weakspot.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            byte[] configuration = configurationOf("weakspot").getBytes(StandardCharsets.UTF_8);
            configurator.doConfigure(new ByteArrayInputStream(configuration));
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A folder that, first on an instance's class path, makes its Logback write to the same file under its own name. */
    Path configure(String instance) throws IOException {
        Path folder = Files.createDirectories(data.instance(instance));
        Files.writeString(folder.resolve("logback-test.xml"), configurationOf(instance));
        return folder;
    }

    private String configurationOf(String part) {
        try (InputStream template = Logs.class.getResourceAsStream("logback-template.xml")) {
            return new String(Optional.ofNullable(template).orElseThrow().readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@part@", part)
                    .replace("@file@", data.log().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
