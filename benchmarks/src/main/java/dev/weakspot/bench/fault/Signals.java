package dev.weakspot.bench.fault;

import java.io.IOException;

/** What the JDK cannot send to a process. */
final class Signals {

    private Signals() {}

    static void send(String signal, long pid) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + signal + " was sent to process " + pid, e);
        }
    }
}
