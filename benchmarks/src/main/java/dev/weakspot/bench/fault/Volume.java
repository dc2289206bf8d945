package dev.weakspot.bench.fault;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk in memory that can be made as small as what is on it, and so is full. */
record Volume(Path folder) implements AutoCloseable {

    private static final String SIZE = "size=8g";

    /** What may be written between looking at the disk and resizing it. */
    private static final long MARGIN = 1L << 16;

    private static final int TRIES = 20;

    /** None where the system mounts nothing for us: that takes root, and more in a container. */
    static Optional<Volume> mount(Path folder) throws IOException {
        Files.createDirectories(folder);
        return run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString())
                ? Optional.of(new Volume(folder))
                : Optional.empty();
    }

    /** From now on nothing more goes in. */
    void shrink() throws IOException {
        boolean isShrunk = false;
        for (int i = 0; i < TRIES && !isShrunk; i++) {
            FileStore disk = Files.getFileStore(folder);
            long used = disk.getTotalSpace() - disk.getUnallocatedSpace();
            // Refused when more is there already than that.
            isShrunk = resize("size=" + (used + MARGIN));
        }
        if (!isShrunk) {
            throw new IOException(folder + " cannot be made smaller");
        }
    }

    /** There is room again. */
    void grow() throws IOException {
        if (!resize(SIZE)) {
            throw new IOException(folder + " cannot be made larger");
        }
    }

    private boolean resize(String size) throws IOException {
        return run("mount", "-o", "remount," + size, folder.toString());
    }

    @Override
    public void close() throws IOException {
        if (!run("umount", folder.toString())) {
            throw new IOException(folder + " cannot be unmounted");
        }
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted at " + command[0], e);
        }
    }
}
