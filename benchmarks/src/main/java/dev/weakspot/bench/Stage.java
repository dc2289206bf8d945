package dev.weakspot.bench;

import dev.weakspot.cli.Installation;
import dev.weakspot.cli.PortPlan;
import dev.weakspot.cli.ServiceName;
import dev.weakspot.cli.ServiceSettings;
import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.Folders;
import dev.weakspot.testbed.KafkaServer;
import dev.weakspot.testbed.LocalIdentity;
import dev.weakspot.testbed.Ports;
import dev.weakspot.testbed.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * PostgreSQL and Kafka on data of their own, and services in processes of their own when a benchmark wants to see one alone.
 * Closing it deletes the data; services have to be closed before.
 */
final class Stage implements AutoCloseable {

    private static final int PORTS = 6;

    private final Installation installation;
    private final Path folder;
    private final PortPlan ports;
    private final LocalIdentity identity;
    private final PostgresServer postgres;
    private final KafkaServer kafka;

    Stage(Bench.Conditions conditions) throws IOException, SQLException {
        this(conditions.installation(), conditions.commitDelay());
    }

    Stage(Installation installation, Duration commitDelay) throws IOException, SQLException {
        this.installation = installation;
        Path target = Files.createDirectories(installation.home().resolve("target"));
        this.folder = Files.createTempDirectory(target, "bench");
        this.ports = PortPlan.from(Ports.anyFree(PORTS));
        this.identity = LocalIdentity.in(folder.resolve("identity"));
        this.postgres = PostgresServer.start(folder.resolve("postgres"), ports.postgres());
        this.kafka = KafkaServer.start(folder.resolve("kafka"), ports.kafka());
        Runtime.getRuntime().addShutdownHook(new Thread(this::sweep));
        Databases.delayCommits(ports.postgres(), commitDelay);
        kafka.createTopics("");
        Stream.of(ServiceName.values()).forEach(this::database);
    }

    /** Starts a service and returns when it is ready. */
    ServiceProcess start(ServiceName name) throws IOException, InterruptedException {
        return start(name, Map.of());
    }

    /** Starts a service with settings besides those it needs here, and returns when it is ready. */
    ServiceProcess start(ServiceName name, Map<String, String> settings) throws IOException, InterruptedException {
        return awaitReady(launch(name, installation.jarOf(name), List.of(), ports.of(name), settings));
    }

    /** Starts a service from that jar, with those flags for its JVM, and returns when it is ready. */
    ServiceProcess start(ServiceName name, Path jar, List<String> flags) throws IOException, InterruptedException {
        return awaitReady(launch(name, jar, flags, ports.of(name), Map.of()));
    }

    private static ServiceProcess awaitReady(ServiceProcess service) throws IOException, InterruptedException {
        service.awaitReady();
        return service;
    }

    /** Starts an instance of a service beside others and returns at once. */
    ServiceProcess launch(ServiceName name, int port) throws IOException {
        return launch(name, installation.jarOf(name), List.of(), port, Map.of());
    }

    private ServiceProcess launch(ServiceName name, Path jar, List<String> flags, int port, Map<String, String> more)
            throws IOException {
        Map<String, String> settings = new HashMap<>(ServiceSettings.of(name, ports, identity, false));
        settings.put("micronaut.server.port", Integer.toString(port));
        settings.putAll(more);
        return ServiceProcess.start(jar, flags, settings, port, folder.resolve(name + "-" + port + ".log"));
    }

    PortPlan ports() {
        return ports;
    }

    LocalIdentity identity() {
        return identity;
    }

    Database database(ServiceName service) {
        return postgres.database(service.toString());
    }

    /** A database that no service uses. */
    Database database(String name) {
        return postgres.database(name);
    }

    @Override
    public void close() throws IOException {
        kafka.close();
        postgres.close();
        Folders.delete(folder);
    }

    /** When the benchmark is ended early; after a close there is nothing to do. */
    private void sweep() {
        kafka.close();
        try {
            PostgresServer.stopAbandoned(folder.resolve("postgres"));
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
