package dev.weakspot.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** TCP ports of 127.0.0.1. */
public final class Ports {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /**
     * Below the ports that operating systems give to outgoing connections. Of those, one that was free may be somebody's
     * own end a moment later, and a client that knocks at a stopped server there may even reach itself.
     */
    private static final int FIRST = 20_000;

    /** Rows are for what starts later, one after another; whoever needs a single port meanwhile must not take one of theirs. */
    private static final int FIRST_OF_ROWS = 26_000;

    private static final int LAST = 32_000;

    private Ports() {}

    /** A port that nobody listens on now. Nothing keeps it free: bind it soon. */
    public static int anyFree() {
        return anyFree(1, FIRST, FIRST_OF_ROWS);
    }

    /** The first of so many ports in a row that nobody listens on now. No single port is taken from among them meanwhile; another row may meet them. */
    public static int anyFree(int inARow) {
        return anyFree(inARow, FIRST_OF_ROWS, LAST);
    }

    private static int anyFree(int inARow, int from, int to) {
        int first = ThreadLocalRandom.current().nextInt(from, to);
        while (!IntStream.range(first, first + inARow).allMatch(Ports::isFree)) {
            first = ThreadLocalRandom.current().nextInt(from, to);
        }
        return first;
    }

    /** Whether one could listen on a port now: nobody else does, on the loopback interface or on all. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
