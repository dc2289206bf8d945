package dev.weakspot.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL process that {@code postmaster.pid} of a data folder speaks of: it outlives a killed JVM. */
final class Postmaster {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path pidFile;

    private Postmaster(Path pidFile) {
        this.pidFile = pidFile;
    }

    static Postmaster of(Path cluster) {
        return new Postmaster(cluster.resolve("postmaster.pid"));
    }

    /** Stops the process as {@code pg_ctl stop -m fast} does and waits for its end; none is as good as stopped. */
    void stop() throws IOException {
        Optional<ProcessHandle> running = find();
        if (running.isEmpty()) {
            return;
        }
        ProcessHandle process = running.get();
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL process " + process.pid() + " was stopping", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("PostgreSQL process " + process.pid() + " of an earlier run does not stop", e);
        }
    }

    private Optional<ProcessHandle> find() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedAt(process, Instant.ofEpochSecond(Long.parseLong(lines.get(2)))));
    }

    /** A process id is used again after a restart of the machine; the same id with the same start is the same process. */
    private static boolean startedAt(ProcessHandle process, Instant written) {
        return process.info()
                .startInstant()
                .map(started -> Duration.between(started, written).abs().toSeconds() < 10)
                .orElse(true);
    }
}
