package dev.weakspot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine that is measured on, and whether others used it, too: since an instant, {@link #now}. */
record Machine(double load, long ticks, long stolenTicks) {

    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final Path TICKS = Path.of("/proc/stat");

    /** Column of /proc/stat, after the row's name: processor time that the hypervisor gave to others. */
    private static final int STEAL = 7;

    /** More than this share of the processors in use before anything runs, or stolen meanwhile, is noise. */
    private static final double BUSY = .25;

    private static final double STOLEN = .02;

    static Machine now() throws IOException {
        if (!Files.exists(LOAD) || !Files.exists(TICKS)) {
            return new Machine(Double.NaN, 0, 0);
        }
        double load = Double.parseDouble(Files.readString(LOAD).split(" ", -1)[0]);
        List<Long> ticks;
        try (Stream<String> lines = Files.lines(TICKS)) {
            ticks = lines.findFirst().stream()
                    .flatMap(line -> Stream.of(line.split(" +", -1)).skip(1))
                    .map(Long::parseLong)
                    .toList();
        }
        return new Machine(load, ticks.stream().mapToLong(Long::longValue).sum(), ticks.get(STEAL));
    }

    List<Figure> figures() throws IOException {
        return List.of(
                Figure.told("machine.processors", processors(), ""),
                Figure.told("machine.load-at-start", load, ""),
                Figure.told("machine.steal", 100 * stolen(), "%"));
    }

    /** What a reader must know of this machine. */
    String sentence() throws IOException {
        String noise = isNoisy() ? "NOISY: others were using it, so trust ratios only" : "quiet";
        return String.format(
                Locale.ROOT,
                "Machine: %d processors, load %.2f at the start, %.1f %% of processor time stolen since: %s.",
                processors(),
                load,
                100 * stolen(),
                noise);
    }

    /** Whether others were using it: then times are no times. */
    boolean isNoisy() throws IOException {
        return load > BUSY * processors() || stolen() > STOLEN;
    }

    private double stolen() throws IOException {
        Machine now = now();
        return now.ticks == ticks ? 0 : (now.stolenTicks - stolenTicks) / (double) (now.ticks - ticks);
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
