package dev.weakspot.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A socket to a service, for somebody who does not behave. */
final class Caller implements AutoCloseable {

    private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();

    private final Socket socket = new Socket();

    Caller(int port) {
        try {
            // Small, so that what is not read soon stays with the service.
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something; whether anybody still listens is seen when reading. */
    Caller say(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The service has closed the connection.
        }
        return this;
    }

    /** Everything that is said until the service closes the connection, which it must. */
    String hearAll() {
        var heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The connection stays open after " + heard, e);
        } catch (IOException e) {
            // Closed with something unread on the way: closed all the same.
        }
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** The first bytes that are said. */
    String hear() {
        try {
            byte[] bytes = new byte[4_096];
            int count = socket.getInputStream().read(bytes);
            return count < 0 ? "" : new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
