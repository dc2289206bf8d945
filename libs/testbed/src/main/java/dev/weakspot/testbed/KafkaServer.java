package dev.weakspot.testbed;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A running Kafka: one node, broker and controller. {@link #shared()} is one per JVM, for tests that use their own
 * topics; {@link #start} keeps its messages in a folder, also through {@code kill -9}. Threads may share either.
 */
public final class KafkaServer implements AutoCloseable {

    /** What a node with nobody beside it needs, and what makes consumers of a small, often restarted system quick. */
    static final Map<String, String> SETTINGS = Map.ofEntries(
            entry("auto.create.topics.enable", "false"),
            entry("offsets.topic.replication.factor", "1"),
            entry("offsets.topic.num.partitions", "4"),
            entry("transaction.state.log.replication.factor", "1"),
            entry("transaction.state.log.min.isr", "1"),
            entry("transaction.state.log.num.partitions", "4"),
            entry("share.coordinator.state.topic.replication.factor", "1"),
            entry("share.coordinator.state.topic.min.isr", "1"),
            entry("share.coordinator.state.topic.num.partitions", "4"),
            entry("group.initial.rebalance.delay.ms", "0"),
            // A member that a kill -9 left behind keeps its partitions for one session: 45 s unless told otherwise.
            entry("group.consumer.min.session.timeout.ms", "6000"),
            entry("group.consumer.session.timeout.ms", "6000"),
            entry("group.consumer.min.heartbeat.interval.ms", "500"),
            entry("group.consumer.heartbeat.interval.ms", "1000"));

    /** For the embedded node only: small buffers and few threads, because it shares a JVM, and a quick start. */
    private static final Map<String, String> SMALL_AND_QUICK = Map.ofEntries(
            entry("log.cleaner.dedupe.buffer.size", "4194304"),
            entry("log.cleaner.io.buffer.size", "262144"),
            entry("num.network.threads", "2"),
            entry("num.io.threads", "4"),
            entry("background.threads", "2"),
            entry("metrics.jmx.exclude", ".*"),
            entry("log.index.size.max.bytes", "1048576"),
            // After kill -9 the controller waits for the end of the dead broker's session: 9 s unless told otherwise. A
            // machine that stands still for longer than this fences the broker that lives.
            entry("broker.heartbeat.interval.ms", "500"),
            entry("broker.session.timeout.ms", "6000"),
            entry("controller.quorum.election.timeout.ms", "200"),
            entry("controller.quorum.election.backoff.max.ms", "200"));

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String NODE_ID = "1";

    private final String bootstrap;
    private final Runnable process;

    KafkaServer(String bootstrap, Runnable process) {
        this.bootstrap = bootstrap;
        this.process = process;
    }

    /** The JVM's broker for tests, started by the first caller: a container when Docker answers, else embedded. */
    public static KafkaServer shared() {
        return Shared.SERVER;
    }

    /** Starts a broker on 127.0.0.1 that keeps its messages in a folder, and returns when it serves. */
    public static KafkaServer start(Path logFolder, int port) throws IOException {
        return start(logFolder, port, Map.of());
    }

    private static KafkaServer start(Path logFolder, int port, Map<String, String> more) throws IOException {
        Path folder = Files.createDirectories(logFolder.toAbsolutePath());
        format(folder);
        Map<String, String> settings = settings(folder, port);
        settings.putAll(more);
        KafkaRaftServer server = startup(settings);
        return new KafkaServer("127.0.0.1:" + port, () -> {
            server.shutdown();
            server.awaitShutdown();
        });
    }

    /** What a client's {@code bootstrap.servers} says. */
    public String bootstrap() {
        return bootstrap;
    }

    /**
     * Creates the topics of the contract that are not there yet, each named prefix + address; an empty prefix makes the
     * real ones. Returns when they can be written to.
     */
    public void createTopics(String prefix) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = Contracts.channels().stream()
                    .filter(channel -> !existing.contains(prefix + channel.address()))
                    .map(channel -> new NewTopic(
                                    prefix + channel.address(), Optional.of(channel.partitions()), Optional.empty())
                            .configs(channel.settings()))
                    .toList();
            admin.createTopics(missing).all().get();
            awaitLeaders(admin, missing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were created", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not create the contract's topics", e);
        }
    }

    /**
     * A broker knows a new partition a moment before it leads it. An idempotent producer that writes in that moment may have
     * its second batch accepted before its first, which is then refused as out of order until it expires.
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics)
            throws InterruptedException, ExecutionException {
        awaitNews(admin, topics);
        Map<TopicPartition, OffsetSpec> beginnings = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                beginnings.put(new TopicPartition(topic.name(), partition), OffsetSpec.earliest());
            }
        }
        // Only the leader answers, and the client asks until somebody does.
        admin.listOffsets(beginnings).all().get();
    }

    /** The controller has made the topics; the broker that is asked may not have heard of it. */
    private static void awaitNews(Admin admin, List<NewTopic> topics) throws InterruptedException, ExecutionException {
        List<String> names = topics.stream().map(NewTopic::name).toList();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isKnown(admin, names) && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
        }
    }

    private static boolean isKnown(Admin admin, List<String> names) throws InterruptedException, ExecutionException {
        try {
            admin.describeTopics(names).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    /** Stops the broker in order; what it acknowledged stays in its folder. A second call does nothing. */
    public void stop() {
        process.run();
    }

    @Override
    public void close() {
        stop();
    }

    private static void format(Path folder) throws IOException {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try (var silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silence)
                    .setNodeId(Integer.parseInt(NODE_ID))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IOException("Kafka cannot prepare " + folder, e);
        }
    }

    /** Kafka 4.3 upper-cases "classic" in the default locale, and in a Turkish one that is no protocol it knows. */
    private static synchronized KafkaRaftServer startup(Map<String, String> settings) {
        Locale users = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            server.startup();
            return server;
        } finally {
            Locale.setDefault(users);
        }
    }

    private static Map<String, String> settings(Path folder, int port) {
        String controller = "127.0.0.1:" + Ports.anyFree();
        var settings = new HashMap<String, String>(SETTINGS);
        settings.putAll(SMALL_AND_QUICK);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE_ID);
        settings.put("controller.quorum.voters", NODE_ID + "@" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put("listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.toString());
        return settings;
    }

    private static final class Shared {

        /** Nobody kills it, so nobody waits for the end of its session; and a machine that stands still for seconds does not make it dead. */
        private static final Map<String, String> PATIENT = Map.of("broker.session.timeout.ms", "30000");

        static final KafkaServer SERVER = Docker.answers() ? Containers.kafka() : embedded();

        private static KafkaServer embedded() {
            try {
                Path folder = Files.createTempDirectory("weakspot-kafka");
                KafkaServer server = start(folder, Ports.anyFree(), PATIENT);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    server.stop();
                    Folders.delete(folder);
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
