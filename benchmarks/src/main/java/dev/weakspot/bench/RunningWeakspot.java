package dev.weakspot.bench;

import dev.weakspot.cli.CommandFailure;
import dev.weakspot.cli.DataFolder;
import dev.weakspot.cli.Installation;
import dev.weakspot.cli.RunningSystem;
import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.Folders;
import dev.weakspot.testbed.LocalIdentity;
import dev.weakspot.testbed.Ports;
import dev.weakspot.testbed.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code ./weakspot start}, in a process and on data of its own. Closing it deletes the data. */
final class RunningWeakspot implements AutoCloseable {

    private static final int PORTS = 6;

    private final DataFolder data;
    private final ProcessBuilder command;
    private Process process;

    private RunningWeakspot(DataFolder data, ProcessBuilder command) throws IOException {
        this.data = data;
        this.command = command;
        this.process = command.start();
        // Ctrl-C ends the benchmark, and must not leave anything behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::sweep));
        awaitReady();
    }

    /** Returns when it is ready. */
    static RunningWeakspot start(Bench.Conditions conditions, String... options) throws IOException, SQLException {
        Installation installation = conditions.installation();
        Path target = Files.createDirectories(installation.home().resolve("target"));
        var data = new DataFolder(Files.createTempDirectory(target, "bench"));
        List<String> words = new ArrayList<>(List.of(
                installation.home().resolve("weakspot").toString(),
                "start",
                "--data",
                data.root().toString(),
                "--port-base",
                Integer.toString(Ports.anyFree(PORTS))));
        words.addAll(List.of(options));
        var command = new ProcessBuilder(words).redirectErrorStream(true);
        command.environment().put("WEAKSPOT_PACKAGED", "yes");
        var weakspot = new RunningWeakspot(data, command);
        Databases.delayCommits(weakspot.system().ports().postgres(), conditions.commitDelay());
        return weakspot;
    }

    /** Stops it and starts it again on the same data; says how long the start took until it was ready. */
    Duration restart() throws IOException {
        stop();
        long begin = System.nanoTime();
        process = command.start();
        awaitReady();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void awaitReady() throws IOException {
        BufferedReader output = process.inputReader();
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Weakspot is ready")) {
                return;
            }
        }
        throw new CommandFailure("Weakspot did not start:\n" + said);
    }

    RunningSystem system() throws IOException {
        return data.requireRunning();
    }

    /** What the services and the broker have used so far, all processors together; PostgreSQL is a process of its own. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    LocalIdentity identity() throws IOException {
        return LocalIdentity.in(data.identity());
    }

    /** The database of that name on the system's own server; it must be there. */
    Database database(String name) throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + system().ports().postgres() + "/" + name;
        return new Database(url, "weakspot", "weakspot");
    }

    /** Makes a database that no service uses. */
    void createDatabase(String name) throws IOException, SQLException {
        var superuser = new Database(database("postgres").url(), "postgres", "postgres");
        Databases.execute(superuser, "create database " + name + " owner weakspot");
    }

    /** Publishes the bank; returns when the services that need it know it. */
    void publish(Bank bank) throws IOException, SQLException, InterruptedException {
        bank.publish(system().ports().bootstrap());
        Databases.await(database("practice"), "select count(*) from question", bank.questions());
        Databases.await(database("recommendation"), "select count(*) from catalog_question", bank.questions());
    }

    /** Returns when every attempt that was recorded has been learned from: nothing is left to do. */
    void settle() throws IOException, SQLException, InterruptedException {
        try (Connection practice = database("practice").connect()) {
            long recorded = Databases.number(practice, "select coalesce(sum(last), 0) from learner_sequence");
            awaitLearned(recorded);
        }
    }

    /** Returns when so many attempts have been learned from. */
    void awaitLearned(long attempts) throws IOException, SQLException, InterruptedException {
        Databases.await(database("recommendation"), Databases.LEARNED, attempts);
    }

    private void stop() throws IOException {
        process.destroy();
        process.onExit().join();
        // On a busy machine PostgreSQL may still write its checkpoint.
        PostgresServer.stopAbandoned(data.root().resolve("postgres"));
    }

    private void sweep() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once more does no harm. */
    @Override
    public void close() throws IOException {
        stop();
        Folders.delete(data.root());
    }
}
