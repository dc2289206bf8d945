package dev.weakspot.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** What a person watching {@code start} sees: a line for each part when it is ready. Threads may share it. */
final class Progress {

    private final PrintWriter out;

    Progress(PrintWriter out) {
        this.out = out;
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    void ready(String part, String address, Duration took) {
        say(String.format(Locale.ROOT, "  %-15s %-24s ready after %4.1f s", part, address, seconds(took)));
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
