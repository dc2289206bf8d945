package dev.weakspot.bench.fault;

import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** PostgreSQL, whose processes are nobody's children but their own. */
final class PostgresPart implements Part {

    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private Optional<PostgresServer> server = Optional.empty();

    PostgresPart(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** The database of that name; created when it is not there. */
    Database database(String name) {
        return server.orElseThrow().database(name);
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public void start() throws IOException {
        server = Optional.of(PostgresServer.start(folder, port));
    }

    @Override
    public boolean isWell() {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/practice?connectTimeout=1&socketTimeout=2",
                "weakspot",
                "weakspot")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Without room for its log it gives up, perhaps only when there is room again. */
    @Override
    public void startAgainIfItGaveUp() throws IOException {
        boolean hasEnded = pid().flatMap(ProcessHandle::of).isEmpty();
        if (server.isPresent() && hasEnded) {
            stop();
            start();
        }
    }

    @Override
    public void stop() throws IOException {
        if (server.isPresent()) {
            server.get().close();
            server = Optional.empty();
        }
    }

    /** Whoever has started it. */
    void stopAbandoned() throws IOException {
        PostgresServer.stopAbandoned(folder);
    }

    @Override
    public void kill() throws IOException {
        Optional<ProcessHandle> postmaster = pid().flatMap(ProcessHandle::of);
        if (postmaster.isPresent()) {
            // Held still, it has no more children than those we see.
            freeze();
            List<ProcessHandle> family = Stream.concat(
                            postmaster.stream(), postmaster.get().descendants())
                    .toList();
            postmaster.get().destroyForcibly();
            // Its children end by themselves, and until then no other server may have their memory.
            awaitEnd(family);
        }
        // Nothing is left that could be stopped in order, but its folder has to be let go.
        stop();
    }

    @Override
    public void freeze() throws IOException {
        Signals.send("STOP", pid().orElseThrow());
    }

    @Override
    public void thaw() throws IOException {
        Signals.send("CONT", pid().orElseThrow());
    }

    /** Of the postmaster; none when it has ended in order. */
    private Optional<Long> pid() throws IOException {
        try (Stream<Path> files = Files.find(folder, 2, (path, _) -> path.endsWith("postmaster.pid"))) {
            Optional<Path> file = files.findFirst();
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(
                            Files.readAllLines(file.get()).getFirst().strip()));
        }
    }

    private static void awaitEnd(List<ProcessHandle> family) throws IOException {
        try {
            for (ProcessHandle process : family) {
                process.onExit().get(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was ending", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Not all of a killed PostgreSQL has ended", e);
        }
    }
}
