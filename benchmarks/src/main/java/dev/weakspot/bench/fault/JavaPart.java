package dev.weakspot.bench.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A JVM of its own: a service, or the broker. */
final class JavaPart implements Part {

    /** What a pod has to stop in, see {@code ops/k8s}. */
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(45);

    /** Lines: a failed start with its causes. */
    private static final int LAST_WORDS = 100;

    private final String name;
    private final List<String> command;
    private final Path log;
    private final BooleanSupplier health;
    private final Map<String, String> environment = new ConcurrentHashMap<>();
    private Optional<Process> process = Optional.empty();
    private boolean isWanted;

    /** Does not run yet. */
    JavaPart(String name, List<String> arguments, Path log, BooleanSupplier health) {
        this.name = name;
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // It is killed before the best code would pay.
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        this.command.addAll(arguments);
        this.log = log;
        this.health = health;
    }

    /** From the next start on. */
    Map<String, String> environment() {
        return environment;
    }

    /** Whether somebody has started it, and nobody has ended it since. */
    boolean isWanted() {
        return isWanted;
    }

    /** Who starts while the database is away gives up. */
    @Override
    public void startAgainIfItGaveUp() throws IOException {
        if (isWanted && !isRunning()) {
            start();
        }
    }

    boolean isRunning() {
        return process.filter(Process::isAlive).isPresent();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = Optional.of(builder.start());
        isWanted = true;
    }

    @Override
    public boolean isWell() {
        return isRunning() && health.getAsBoolean();
    }

    @Override
    public List<String> lastWords() throws IOException {
        // Whoever is killed may leave half a character behind.
        List<String> all = Files.exists(log)
                ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                : List.of();
        return all.subList(Math.max(0, all.size() - LAST_WORDS), all.size());
    }

    @Override
    public void stop() throws IOException {
        isWanted = false;
        if (process.isPresent()) {
            process.get().destroy();
            if (!hasEndedWithin(process.get(), TIME_TO_STOP)) {
                // As orchestrators do.
                kill();
            }
        }
    }

    @Override
    public void kill() throws IOException {
        isWanted = false;
        if (process.isPresent()) {
            if (!hasEndedWithin(process.get().destroyForcibly(), TIME_TO_STOP)) {
                throw new IOException(name + " does not end though it was killed");
            }
        }
    }

    @Override
    public void freeze() throws IOException {
        Signals.send("STOP", process.orElseThrow().pid());
    }

    @Override
    public void thaw() throws IOException {
        Signals.send("CONT", process.orElseThrow().pid());
    }

    private boolean hasEndedWithin(Process ending, Duration patience) throws IOException {
        try {
            return ending.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + name + " was stopping", e);
        }
    }
}
