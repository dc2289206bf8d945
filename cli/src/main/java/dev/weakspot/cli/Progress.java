package dev.weakspot.cli;

import java.io.PrintWriter;
import java.lang.management.RuntimeMXBean;
import java.time.Duration;
import java.util.Locale;

/**
 * What a person watching {@code start} sees: a line for each part when it is ready. All times count from the start of
 * this JVM, so they add up. Threads may share it.
 */
final class Progress {

    private final PrintWriter out;
    private final RuntimeMXBean jvm;
    private boolean ending;

    Progress(PrintWriter out, RuntimeMXBean jvm) {
        this.out = out;
        this.jvm = jvm;
    }

    /** Says a line, unless the end has begun. */
    synchronized void say(String line) {
        if (!ending) {
            print(line);
        }
    }

    /** Says one of the last lines. From the first of them on, nothing else is said: a part may still be starting. */
    synchronized void sayLast(String line) {
        ending = true;
        print(line);
    }

    void ready(String part, String address) {
        say(String.format(Locale.ROOT, "  %-15s %-24s ready after %4.1f s", part, address, seconds(sinceStart())));
    }

    Duration sinceStart() {
        return Duration.ofMillis(jvm.getUptime());
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
