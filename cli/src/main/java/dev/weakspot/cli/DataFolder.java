package dev.weakspot.cli;

import dev.weakspot.testbed.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A folder with all that an installation keeps: databases, messages, keys, logs. One running system owns it at a time. */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    public Path identity() {
        return root.resolve("identity");
    }

    Path logs() {
        return root.resolve("logs");
    }

    /** What is made anew for this instance of a service at each start: its copy of the jar and where its log goes. */
    Path instance(String name) {
        return root.resolve("instances").resolve(name);
    }

    Path log() {
        return logs().resolve("weakspot.log");
    }

    private Path runningFile() {
        return root.resolve("running.json");
    }

    /** Takes the folder for this JVM until the lock is closed or the JVM ends, however it ends; keep the lock reachable. */
    FileLock occupy() throws IOException {
        FileChannel file = openLock();
        FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
            throw new CommandFailure(running()
                            .map(system -> "Weakspot already runs on " + root + " (process " + system.pid() + ", "
                                    + system.ports().urlOf(ServiceName.WEB) + ")")
                            .orElse("Another start already works on " + root)
                    + ": stop it first, or take another folder with --data.");
        }
        return lock;
    }

    private FileChannel openLock() {
        try {
            Files.createDirectories(logs());
            return FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new CommandFailure("Cannot use " + root + " as a data folder: " + FileTrouble.reason(e) + ".", e);
        }
    }

    /** Forgets everything that was kept. Only what Weakspot itself puts into a data folder goes. */
    void empty() throws IOException {
        for (Path part : List.of(postgres(), kafka(), identity())) {
            Folders.delete(part);
        }
    }

    /** What {@code start} wrote when everything was ready; nothing when it does not run or is not ready yet. */
    Optional<RunningSystem> running() throws IOException {
        if (!Files.exists(runningFile())) {
            return Optional.empty();
        }
        return Optional.of(RunningSystem.fromJson(Files.readString(runningFile())))
                .filter(system -> ProcessHandle.of(system.pid()).isPresent());
    }

    /** What runs on this folder now. */
    public RunningSystem requireRunning() throws IOException {
        return running()
                .orElseThrow(() -> new CommandFailure("Nothing runs on " + root
                        + ": run ./weakspot start first, or name the folder of what runs with --data."));
    }

    void announce(RunningSystem system) throws IOException {
        Path draft = root.resolve("running.json.draft");
        Files.writeString(draft, system.toJson());
        Files.move(draft, runningFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    void renounce() throws IOException {
        Files.deleteIfExists(runningFile());
    }
}
