package dev.weakspot.bench.baseline;

import dev.weakspot.cli.CommandFailure;
import dev.weakspot.cli.Installation;
import dev.weakspot.cli.ServiceName;
import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.Example;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What PostgreSQL alone can do: an attempt and its outbox row, inserted by one statement, over and over, by 16 clients. The tables
 * are the practice service's own, from its migrations, in a database beside its own.
 */
public final class InsertedPairs {

    private static final int CLIENTS = 16;
    private static final String NAME = "inserted_pairs";
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private static final String INSERT = """
            with recorded as (
                insert into attempt (id, learner_id, sequence, question_id, question_version, question_kind, topics,
                       fingerprint, answer, score, correct, graded_by, response_time_ms, hints_used, answered_at, recorded_at)
                values (gen_random_uuid(), gen_random_uuid(), 1, 'question-1', 1, 'definition', '{topic-1}',
                       repeat('f', 64), jsonb_build_object('type', 'single-choice', 'choice', 'b'), 1, true, 'answer-key',
                       12500, 0, now(), now())
                returning learner_id
            )
            insert into outbox (topic, key) select 'practice.attempts.v1', learner_id from recorded
            """;

    private final Database database;
    private final Optional<Path> pgbench;

    private InsertedPairs(Database database, Optional<Path> pgbench) {
        this.database = database;
        this.pgbench = pgbench;
    }

    /** Makes the database on the server of this one. */
    public static InsertedPairs prepare(Database neighbour, Installation installation)
            throws SQLException, IOException {
        String server = neighbour.url().substring(0, neighbour.url().lastIndexOf('/') + 1);
        var superuser = new Database(server + "postgres", "postgres", "postgres");
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + NAME + " owner " + neighbour.user());
        }
        var database = new Database(server + NAME, neighbour.user(), neighbour.password());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String migration : migrations(installation)) {
                statement.execute(migration);
            }
            // The event is as long as a real one. As defaults, because pgbench would take each :00 for a variable of
            // its own.
            Example event = Contracts.examples("practice.attempts.v1").getFirst();
            statement.execute("alter table outbox alter headers set default "
                    + statement.enquoteLiteral(event.headers().toString())
                    + ", alter payload set default " + statement.enquoteLiteral(event.payload()));
        }
        return new InsertedPairs(database, findPgbench());
    }

    /** How it is measured, for people. */
    public String how() {
        return pgbench.map(path -> path + ", " + CLIENTS + " clients")
                .orElse("a JDBC loop on " + CLIENTS + " connections, because there is no pgbench");
    }

    /** Pairs a second. */
    public double perSecond(Duration length) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate outbox");
        }
        return pgbench.isPresent() ? pgbench(pgbench.get(), length) : jdbc(length);
    }

    private double pgbench(Path program, Duration length) throws IOException, InterruptedException {
        Path script = Files.createTempFile("pairs", ".sql");
        try {
            Files.writeString(script, INSERT.replace('\n', ' '));
            String address = database.url().substring("jdbc:postgresql://".length());
            String[] hostAndPort = address.substring(0, address.indexOf('/')).split(":", 2);
            var builder = new ProcessBuilder(
                            program.toString(),
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--client=" + CLIENTS,
                            "--jobs=2",
                            "--time=" + Math.max(1, length.toSeconds()),
                            "--host=" + hostAndPort[0],
                            "--port=" + hostAndPort[1],
                            "--username=" + database.user(),
                            "--file=" + script,
                            NAME)
                    .redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", database.password());
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher tps = TPS.matcher(output);
            if (process.waitFor() != 0 || !tps.find()) {
                throw new CommandFailure("pgbench failed: " + output);
            }
            return Double.parseDouble(tps.group(1));
        } finally {
            Files.delete(script);
        }
    }

    private double jdbc(Duration length) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        List<Future<Long>> inserting = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                inserting.add(threads.submit((Callable<Long>) () -> insertUntil(end)));
            }
        }
        long pairs = 0;
        for (Future<Long> each : inserting) {
            pairs += each.get();
        }
        return pairs / ((System.nanoTime() - begin) / 1e9);
    }

    private long insertUntil(long end) throws SQLException {
        long pairs = 0;
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            while (System.nanoTime() < end) {
                insert.execute();
                pairs++;
            }
        }
        return pairs;
    }

    private static List<String> migrations(Installation installation) throws IOException {
        try (var jar = new JarFile(installation.jarOf(ServiceName.PRACTICE).toFile())) {
            List<String> migrations = new ArrayList<>();
            for (JarEntry entry : jar.stream()
                    .filter(entry -> entry.getName().matches("db/migration/.*\\.sql"))
                    .sorted(Comparator.comparing(JarEntry::getName))
                    .toList()) {
                try (InputStream content = jar.getInputStream(entry)) {
                    migrations.add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return migrations;
        }
    }

    /** Debian has it on the path, or beside its newest server. */
    private static Optional<Path> findPgbench() throws IOException {
        Path usual = Path.of("/usr/bin/pgbench");
        Path servers = Path.of("/usr/lib/postgresql");
        if (Files.isExecutable(usual)) {
            return Optional.of(usual);
        }
        if (!Files.isDirectory(servers)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(servers)) {
            return versions.map(version -> version.resolve("bin/pgbench"))
                    .filter(Files::isExecutable)
                    .max(Comparator.comparing(Path::toString));
        }
    }
}
