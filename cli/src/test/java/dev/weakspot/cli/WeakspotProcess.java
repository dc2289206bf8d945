package dev.weakspot.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code weakspot start} through the packaged jar, in a JVM of its own, as {@code ./weakspot} starts it. */
final class WeakspotProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final List<String> output = new ArrayList<>();

    private WeakspotProcess(Process process) {
        this.process = process;
    }

    /** Returns when the system says that it is ready. */
    static WeakspotProcess start(Path data, int portBase, String... options) throws IOException {
        WeakspotProcess weakspot = begin(data, portBase, options);
        weakspot.awaitLine("Weakspot is ready");
        return weakspot;
    }

    /** Returns when the system says that it is starting. */
    static WeakspotProcess begin(Path data, int portBase, String... options) throws IOException {
        return begin(Map.of(), data, portBase, options);
    }

    /** As {@link #begin}, with variables of the environment. */
    static WeakspotProcess begin(Map<String, String> environment, Path data, int portBase, String... options)
            throws IOException {
        Path target = Installation.current().home().resolve("cli").resolve("target");
        Stream<String> command = Stream.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx768m",
                "-XX:MetaspaceSize=384m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                target.resolve("cli-" + Installation.version() + ".jar").toString(),
                "start",
                "--data",
                data.toString(),
                "--port-base",
                Integer.toString(portBase));
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(command, Stream.of(options)).toList()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        var weakspot = new WeakspotProcess(process);
        weakspot.read(line -> line.startsWith("Weakspot starts"));
        return weakspot;
    }

    List<String> lines() {
        return List.copyOf(output);
    }

    String output() {
        return String.join("\n", output);
    }

    /** The next line that begins like this; without one the output ends, and is told. */
    String awaitLine(String beginning) throws IOException {
        read(line -> line.startsWith(beginning));
        if (output.isEmpty() || !output.getLast().startsWith(beginning)) {
            // What it said last comes first: a summary of test results shows one line.
            throw new IOException(
                    "Nothing began with \"" + beginning + "\", and it ended with \"" + lastLine() + "\":\n" + output());
        }
        return output.getLast();
    }

    private String lastLine() {
        return output.isEmpty() ? "" : output.getLast();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** {@code kill}, as an orchestrator or Ctrl-C does it; returns the exit code. */
    int stop() throws IOException, InterruptedException {
        // Process.destroy would close the output as well, and the last words are in it.
        process.toHandle().destroy();
        read(_ -> false);
        return process.waitFor();
    }

    /** Leaves nothing running, however the test went. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /**
     * Nobody can interrupt who waits for a line. So a process that does not say it in time is asked to stop, which takes its database
     * along, and killed when it does not do that either: then its output ends.
     */
    private void read(Predicate<String> isLast) throws IOException {
        Executor later = CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        CompletableFuture<Void> stop =
                CompletableFuture.runAsync(() -> process.toHandle().destroy(), later);
        CompletableFuture<Void> kill = stop.thenRunAsync(process::destroyForcibly, later);
        try {
            readUntil(isLast);
        } finally {
            stop.cancel(false);
            kill.cancel(false);
        }
    }

    private void readUntil(Predicate<String> isLast) throws IOException {
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
            if (isLast.test(line)) {
                return;
            }
        }
    }
}
