package dev.weakspot.bench;

import dev.weakspot.cli.Installation;
import dev.weakspot.cli.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Lets a service start once, against an embedded PostgreSQL and broker, and keeps what its JVM has loaded, linked and profiled
 * meanwhile (JEP 483, 514, 515). A JVM of the same build that starts the same jar with {@code -XX:AOTCache} is ready in half the time.
 */
public final class TrainingRun {

    private TrainingRun() {}

    /** Arguments: the service, its jar and the file for the cache. {@code ops/Dockerfile} calls it. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        ServiceName service = ServiceName.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Path scratch = Files.createTempDirectory("weakspot");
        try (var stage = new Stage(new Installation(scratch), Duration.ZERO)) {
            train(stage, service, Path.of(arguments[1]), Path.of(arguments[2]));
        }
        System.exit(0);
    }

    /** Returns when the cache is there: the JVM writes it on its way out. */
    static void train(Stage stage, ServiceName service, Path jar, Path cache) throws IOException, InterruptedException {
        stage.start(service, jar, List.of("-XX:AOTCacheOutput=" + cache)).close();
        if (!Files.exists(cache)) {
            throw new IOException("The JVM of " + service + " has not written " + cache);
        }
    }
}
