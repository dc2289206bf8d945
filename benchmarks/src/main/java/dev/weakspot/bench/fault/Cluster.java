package dev.weakspot.bench.fault;

import dev.weakspot.bench.load.HttpConnection;
import dev.weakspot.bench.load.Request;
import dev.weakspot.cli.Installation;
import dev.weakspot.cli.PortPlan;
import dev.weakspot.cli.ServiceName;
import dev.weakspot.cli.ServiceSettings;
import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.Folders;
import dev.weakspot.testbed.LocalIdentity;
import dev.weakspot.testbed.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Everything that Weakspot is made of, each part in a process of its own and on data of its own: two practice services and three
 * recommendation services, of which one and two run from the beginning. Closing it deletes the data.
 */
final class Cluster implements AutoCloseable {

    private static final int PORTS = 6;
    private static final int MORE_INSTANCES = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAUSE_MILLIS = 20;

    private final Installation installation;
    private final Path folder;
    private final PortPlan ports;
    private final LocalIdentity identity;
    private final Optional<Volume> volume;
    private final PostgresPart postgres;
    private final JavaPart broker;
    private final JavaPart catalog;
    private final JavaPart web;
    private final List<Instance> practices;
    private final List<Instance> recommendations;

    /** One of several of a service. */
    record Instance(JavaPart part, int port) {}

    private Cluster(Installation installation) throws IOException {
        this.installation = installation;
        Path target = Files.createDirectories(installation.home().resolve("target"));
        folder = Files.createTempDirectory(target, "faults");
        int firstPort = Ports.anyFree(PORTS + MORE_INSTANCES);
        int nextPort = firstPort + PORTS;
        ports = PortPlan.from(firstPort);
        identity = LocalIdentity.in(folder.resolve("identity"));
        volume = Volume.mount(folder.resolve("volume"));
        postgres = new PostgresPart(volume.map(Volume::folder).orElse(folder).resolve("postgres"), ports.postgres());
        broker = new JavaPart(
                "kafka",
                List.of(
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Broker.class.getName(),
                        folder.resolve("kafka").toString(),
                        Integer.toString(ports.kafka())),
                folder.resolve("kafka.log"),
                this::hasBroker);
        catalog = service(ServiceName.CATALOG, "catalog", ports.catalog(), Map.of());
        web = service(ServiceName.WEB, "web", ports.web(), Map.of());
        practices = instances(ServiceName.PRACTICE, List.of(ports.practice(), nextPort));
        recommendations =
                instances(ServiceName.RECOMMENDATION, List.of(ports.recommendation(), nextPort + 1, nextPort + 2));
        // Ctrl-C must not leave anything behind, and least of all a mounted disk.
        Runtime.getRuntime().addShutdownHook(new Thread(this::sweep));
    }

    /** Returns when all is well, with the third recommendation service and the second practice service not started. */
    static Cluster start(Installation installation) throws IOException, InterruptedException {
        var cluster = new Cluster(installation);
        try {
            cluster.postgres.start();
            Stream.of(ServiceName.values()).map(ServiceName::toString).forEach(cluster.postgres::database);
            cluster.broker.start();
            cluster.awaitWell(cluster.broker);
            List<JavaPart> services = List.of(
                    cluster.catalog,
                    cluster.web,
                    cluster.practices.getFirst().part(),
                    cluster.recommendations.getFirst().part(),
                    cluster.recommendations.get(1).part());
            for (JavaPart service : services) {
                service.start();
            }
            for (JavaPart service : services) {
                cluster.awaitWell(service);
            }
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private List<Instance> instances(ServiceName name, List<Integer> instancePorts) {
        List<Instance> instances = new ArrayList<>();
        for (int port : instancePorts) {
            instances.add(new Instance(service(name, name + "-" + (instances.size() + 1), port, Map.of()), port));
        }
        return List.copyOf(instances);
    }

    /** One more recommendation service with settings of its own, not started. */
    Instance recommendation(String name, Map<String, String> settings) {
        int port = Ports.anyFree();
        return new Instance(service(ServiceName.RECOMMENDATION, name, port, settings), port);
    }

    private JavaPart service(ServiceName name, String instance, int port, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(ServiceSettings.of(name, ports, identity, false));
        settings.put("micronaut.server.port", Integer.toString(port));
        settings.putAll(more);
        List<String> arguments =
                new ArrayList<>(List.of("-jar", installation.jarOf(name).toString()));
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return new JavaPart(instance, arguments, folder.resolve(instance + ".log"), () -> isReady(port));
    }

    void awaitWell(Part part) throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!part.isWell()) {
            if (System.nanoTime() > giveUp) {
                throw new IOException("%s is not well after %d s. Its log ends:%n%s"
                        .formatted(part.name(), PATIENCE.toSeconds(), String.join("\n", part.lastWords())));
            }
            part.startAgainIfItGaveUp();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean isReady(int port) {
        try (var connection = new HttpConnection(port)) {
            return connection.exchange(Request.get("/health/readiness")).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean hasBroker() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.kafka()), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    PostgresPart postgres() {
        return postgres;
    }

    JavaPart broker() {
        return broker;
    }

    JavaPart catalog() {
        return catalog;
    }

    JavaPart web() {
        return web;
    }

    List<Instance> practices() {
        return practices;
    }

    List<Instance> recommendations() {
        return recommendations;
    }

    /** All that is running or should be: what nobody has stopped on purpose. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(postgres, broker, catalog, web));
        Stream.concat(practices.stream(), recommendations.stream())
                .map(Instance::part)
                .forEach(parts::add);
        return parts;
    }

    Database database(ServiceName service) {
        return postgres.database(service.toString());
    }

    Database database(String name) {
        return postgres.database(name);
    }

    String bootstrap() {
        return ports.bootstrap();
    }

    LocalIdentity identity() {
        return identity;
    }

    /** Whether PostgreSQL has a disk for itself. */
    boolean hasVolume() {
        return volume.isPresent();
    }

    /** The disk that PostgreSQL has for itself. */
    Volume volume() {
        return volume.orElseThrow();
    }

    @Override
    public void close() throws IOException {
        List<Part> parts = new ArrayList<>(parts().reversed());
        for (Part part : parts) {
            if (part instanceof JavaPart) {
                part.kill();
            }
        }
        postgres.stop();
        if (volume.isPresent()) {
            volume.get().close();
        }
        Folders.delete(folder);
    }

    /** When the run is ended early; after a close there is nothing to do. */
    private void sweep() {
        if (!Files.exists(folder)) {
            return;
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        try {
            postgres.stopAbandoned();
            if (volume.isPresent()) {
                volume.get().close();
            }
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
