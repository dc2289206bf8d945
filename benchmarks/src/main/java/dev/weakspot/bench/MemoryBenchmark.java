package dev.weakspot.bench;

import dev.weakspot.bench.load.ConnectionPool;
import dev.weakspot.bench.load.OpenLoop;
import dev.weakspot.bench.load.Request;
import dev.weakspot.cli.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How much memory each service holds while all are asked without a pause, and whether it stays at that. */
record MemoryBenchmark() implements Benchmark {

    private static final Bank BANK = new Bank(60, 600);
    private static final int LEARNERS = 1_000;
    private static final int CONNECTIONS = 16;
    private static final int PER_SECOND = 300;
    private static final int SAMPLES = 60;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String question() {
        return "memory of each service at " + PER_SECOND + " errands a second";
    }

    @Override
    public List<Figure> measure(Bench.Conditions conditions) throws Exception {
        Duration length = Duration.ofSeconds(conditions.effort().count(600, 90, 3));
        try (var stage = new Stage(conditions);
                var catalog = new Watched(ServiceName.CATALOG, stage);
                var practice = new Watched(ServiceName.PRACTICE, stage);
                var recommendation = new Watched(ServiceName.RECOMMENDATION, stage);
                var web = new Watched(ServiceName.WEB, stage)) {
            BANK.publish(stage.ports().bootstrap());
            Databases.await(stage.database(ServiceName.PRACTICE), "select count(*) from question", BANK.questions());
            Learners learners = Learners.signedIn(LEARNERS, stage.identity());
            List<Watched> services = List.of(catalog, practice, recommendation, web);
            try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
                long interval = length.dividedBy(SAMPLES).toMillis();
                Future<?> sampling = clock.scheduleAtFixedRate(
                        () -> services.forEach(Watched::look), interval, interval, TimeUnit.MILLISECONDS);
                OpenLoop.run(PER_SECOND, length, () -> {
                    String token = learners.anyToken();
                    practice.ask(Learners.attempt(BANK, token), 201);
                    recommendation.ask(Request.get("/api/v1/learners/me/suggestions", token), 200);
                    catalog.ask(Request.get("/api/v1/topics", token), 200);
                    web.ask(Request.get("/sign-in"), 200);
                });
                sampling.cancel(false);
            }
            return services.stream().flatMap(Watched::figures).toList();
        }
    }

    /** A service, its clients, and the mebibytes it was seen with. */
    private static final class Watched implements AutoCloseable {

        private final ServiceName name;
        private final ServiceProcess process;
        private final ConnectionPool clients;
        private final List<Double> resident = new ArrayList<>();
        private final List<Double> own = new ArrayList<>();

        Watched(ServiceName name, Stage stage) throws IOException, InterruptedException {
            this.name = name;
            this.process = stage.start(name);
            this.clients = new ConnectionPool(process.port(), CONNECTIONS);
        }

        void ask(byte[] request, int expectedStatus) throws IOException, InterruptedException {
            clients.exchange(request).require(expectedStatus);
        }

        /** Linux tells of each process how much of its memory is resident, and how much of that nobody else has. */
        void look() {
            Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
            try {
                List<String> lines = Files.readAllLines(rollup);
                resident.add(mebibytes(lines, "Rss:"));
                own.add(mebibytes(lines, "Pss:"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static double mebibytes(List<String> lines, String kind) {
            String line = lines.stream()
                    .filter(each -> each.startsWith(kind))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
        }

        Stream<Figure> figures() {
            int third = resident.size() / 3;
            double middle = new Samples(resident.subList(third, 2 * third)).median();
            double last = new Samples(resident.subList(2 * third, resident.size())).median();
            double most = new Samples(resident).highest();
            return Stream.of(
                    Figure.atMost("memory." + name, Samples.of(most), "MiB", 512, 256),
                    Figure.told("memory." + name + ".own", new Samples(own), "MiB"),
                    // The last third beside the second: the first one still fills caches and compiles.
                    Figure.atMost("memory." + name + ".growth", Samples.of(last / middle), "", 1.1, 1.02));
        }

        @Override
        public void close() throws IOException {
            clients.close();
            process.close();
        }
    }
}
