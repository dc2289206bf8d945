package dev.weakspot.cli;

import dev.weakspot.testbed.KafkaServer;
import dev.weakspot.testbed.LocalIdentity;
import dev.weakspot.testbed.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL, Kafka and the services in this JVM. {@link #start} once; {@link #close} at any moment, from any thread,
 * also while it is starting: what has begun is waited for, so that nothing is left behind half-started.
 */
final class LocalSystem implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalSystem.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration NEWS = Duration.ofMillis(500);

    private final Installation installation;
    private final DataFolder data;
    private final PortPlan ports;
    private final int recommendations;
    private final boolean withBank;
    private final Logs logs;
    private final Progress progress;

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
    private final List<Future<Part>> begun = new ArrayList<>();
    private final List<AutoCloseable> servers = new ArrayList<>();
    private final List<AutoCloseable> services = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** @param recommendations how many recommendation services share the learners */
    LocalSystem(
            Installation installation,
            DataFolder data,
            PortPlan ports,
            int recommendations,
            boolean withBank,
            Logs logs,
            Progress progress) {
        this.installation = installation;
        this.data = data;
        this.ports = ports;
        this.recommendations = recommendations;
        this.withBank = withBank;
        this.logs = logs;
        this.progress = progress;
    }

    /**
     * Returns when every service is ready and, where nothing was kept, the question bank is loaded. When one part fails, the others stay as they are until {@link #close}.
     *
     * @throws CancellationException when it is closed meanwhile
     */
    void start() throws IOException, InterruptedException {
        boolean isNew = !Files.exists(data.postgres());
        LocalIdentity identity = LocalIdentity.in(data.identity());
        var readiness = new Readiness(this::isStopping);
        startAll(List.of(
                new Part("PostgreSQL", "127.0.0.1:" + ports.postgres(), servers, this::startPostgres, () -> {}),
                new Part("Kafka", ports.bootstrap(), servers, this::startKafka, () -> {})));
        startAll(Stream.concat(
                        Stream.of(ServiceName.values())
                                .map(name -> new Instance(name, name.toString(), ports.of(name))),
                        IntStream.rangeClosed(2, recommendations)
                                .mapToObj(number -> new Instance(
                                        ServiceName.RECOMMENDATION,
                                        ServiceName.RECOMMENDATION + "-" + number,
                                        ports.recommendation(number))))
                .map(instance -> new Part(
                        instance.name(),
                        instance.url(),
                        services,
                        () -> startService(instance, identity),
                        () -> readiness.await(instance.name(), instance.url())))
                .toList());
        // Later starts find what was loaded before, and need not wait for what is new.
        if (isNew && withBank) {
            awaitBank(identity);
        }
    }

    private void awaitBank(LocalIdentity identity) throws InterruptedException {
        OptionalInt questions = new QuestionBank(ports.urlOf(ServiceName.CATALOG), identity).awaitQuestions();
        if (isStopping()) {
            throw new CancellationException();
        }
        questions.ifPresent(count -> progress.ready("question bank", count + " questions"));
    }

    /** One of perhaps several of a service. */
    private record Instance(ServiceName service, String name, int port) {

        String url() {
            return "http://127.0.0.1:" + port;
        }
    }

    /** Stops the services, then the servers below them. */
    @Override
    public void close() {
        List<Future<Part>> unfinished;
        synchronized (this) {
            stopping.countDown();
            unfinished = List.copyOf(begun);
        }
        unfinished.forEach(LocalSystem::finish);
        closeAll(services);
        closeAll(servers);
    }

    private AutoCloseable startPostgres() throws IOException {
        var postgres = PostgresServer.start(data.postgres(), ports.postgres());
        Stream.of(ServiceName.values()).forEach(service -> postgres.database(service.toString()));
        return postgres;
    }

    private AutoCloseable startKafka() throws IOException {
        var kafka = KafkaServer.start(data.kafka(), ports.kafka());
        kafka.createTopics("");
        return kafka;
    }

    private AutoCloseable startService(Instance instance, LocalIdentity identity) throws Exception {
        ServiceName name = instance.service();
        Map<String, String> settings = ServiceSettings.of(name, ports, identity, withBank);
        settings.put("micronaut.server.port", Integer.toString(instance.port()));
        if (name == ServiceName.WEB && recommendations > 1) {
            settings.put(
                    "micronaut.http.services.recommendation.urls",
                    IntStream.rangeClosed(1, recommendations)
                            .mapToObj(number -> "http://127.0.0.1:" + ports.recommendation(number))
                            .collect(Collectors.joining(",")));
        }
        Service service = Service.start(name, installation.jarOf(name), logs.configure(instance.name()), settings);
        return service::stop;
    }

    /** Starts parts side by side and waits until all are ready, or fails with the first that fails. */
    private void startAll(List<Part> parts) throws InterruptedException {
        var arrivals = new ExecutorCompletionService<Part>(threads);
        synchronized (this) {
            if (isStopping()) {
                throw new CancellationException();
            }
            parts.forEach(part -> begun.add(arrivals.submit(() -> bringUp(part))));
        }
        for (int arrived = 0; arrived < parts.size(); arrived++) {
            try {
                arrivals.take().get();
            } catch (ExecutionException e) {
                // Ctrl-C reaches PostgreSQL's own tools too, and their failure may be here before the news that we
                // stop.
                if (stopping.await(NEWS.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new CancellationException();
                }
                throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
            }
        }
        if (isStopping()) {
            throw new CancellationException();
        }
    }

    private Part bringUp(Part part) throws Exception {
        AutoCloseable running = part.starter().call();
        synchronized (this) {
            part.group().add(running);
        }
        part.untilReady().run();
        progress.ready(part.name(), part.address());
        return part;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void closeAll(List<AutoCloseable> group) {
        List<Future<AutoCloseable>> closing = group.stream()
                .map(running -> threads.submit(() -> {
                    running.close();
                    return running;
                }))
                .toList();
        closing.forEach(LocalSystem::finish);
    }

    /** Waits for the end, whatever it is: it is too late for anything but a line in the log. */
    private static void finish(Future<?> work) {
        try {
            work.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A part did not start or stop in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One of the things that run: where it is found, what starts it, and what to wait for then. */
    private record Part(
            String name, String address, List<AutoCloseable> group, Callable<AutoCloseable> starter, Step untilReady) {}

    /** Something that takes a while and may fail. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
