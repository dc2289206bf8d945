package dev.weakspot.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports of 127.0.0.1. */
public final class Ports {

    private static final byte[] IPV4_LOOPBACK = {127, 0, 0, 1};

    private Ports() {}

    /** Whether one could listen on a port now: nobody else does, on the loopback interface or on all. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByAddress(IPV4_LOOPBACK))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** A port that nobody listens on now. Nothing keeps it free: bind it soon. */
    public static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(IPV4_LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
