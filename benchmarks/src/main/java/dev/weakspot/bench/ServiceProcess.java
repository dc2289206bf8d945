package dev.weakspot.bench;

import dev.weakspot.bench.load.HttpConnection;
import dev.weakspot.bench.load.Request;
import dev.weakspot.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged service in a process of its own, as in a container of 512 MiB. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(5);

    /**
     * As the image sets them: half of the memory for the heap, which the JVM collects serially when it is so little; and of that three quarters
     * for what lives long, since what is known of learners does.
     */
    private static final List<String> FLAGS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:NewRatio=3",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final int port;
    private final Path log;

    private ServiceProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Returns at once.
     *
     * @param more flags for the JVM
     */
    static ServiceProcess start(Path jar, List<String> more, Map<String, String> settings, int port, Path log)
            throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        words.addAll(more);
        words.add("-jar");
        words.add(jar.toString());
        settings.forEach((name, value) -> words.add("--" + name + "=" + value));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // Ctrl-C ends the benchmark, and must not leave anything behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new ServiceProcess(process, port, log);
    }

    /** Returns when it says that it is ready. */
    void awaitReady() throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                throw new CommandFailure("A service did not start:\n" + Files.readString(log));
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }

    private boolean isReady() {
        try (var connection = new HttpConnection(port)) {
            return connection.exchange(Request.get("/health/readiness")).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** What it has used so far, all processors together. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
