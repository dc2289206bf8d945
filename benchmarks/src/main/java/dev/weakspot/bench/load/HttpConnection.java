package dev.weakspot.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One connection, opened when it is needed and anew after a long rest, on which one request follows the other. Knows of HTTP/1.1
 * only what our services answer with, and so costs next to nothing. Not for several threads.
 */
public final class HttpConnection implements AutoCloseable {

    private static final Pattern CONTENT_LENGTH =
            Pattern.compile("\r\ncontent-length: *([0-9]+)", Pattern.CASE_INSENSITIVE);

    /** Services close after 60 s. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final int port;
    private @Nullable Socket socket;
    private long lastUsed;
    private byte[] received = new byte[1 << 14];
    private int length;

    public HttpConnection(int port) {
        this.port = port;
    }

    /** Sends and waits for the whole answer. */
    public Answer exchange(byte[] request) throws IOException {
        Socket connected = connected();
        connected.getOutputStream().write(request);
        InputStream input = connected.getInputStream();
        length = 0;
        int head = receiveHead(input);
        String headers = new String(received, 0, head, StandardCharsets.ISO_8859_1);
        Matcher size = CONTENT_LENGTH.matcher(headers);
        int end = head + 4 + (size.find() ? Integer.parseInt(size.group(1)) : 0);
        while (length < end) {
            receive(input);
        }
        lastUsed = System.nanoTime();
        int status = Integer.parseInt(headers, 9, 12, 10);
        return new Answer(status, new String(received, head + 4, end - head - 4, StandardCharsets.UTF_8));
    }

    private Socket connected() throws IOException {
        @Nullable Socket known = socket;
        if (known != null && System.nanoTime() - lastUsed < LONGEST_REST.toNanos()) {
            return known;
        }
        close();
        var fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket = fresh;
        return fresh;
    }

    private int receiveHead(InputStream input) throws IOException {
        int from = 0;
        while (true) {
            receive(input);
            for (int i = from; i + 3 < length; i++) {
                if (received[i] == '\r' && received[i + 1] == '\n' && received[i + 2] == '\r') {
                    return i;
                }
            }
            from = Math.max(0, length - 3);
        }
    }

    private void receive(InputStream input) throws IOException {
        if (length == received.length) {
            received = Arrays.copyOf(received, 2 * length);
        }
        int count = input.read(received, length, received.length - length);
        if (count < 0) {
            throw new EOFException("The service has hung up");
        }
        length += count;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }

    /** What came back. */
    public record Answer(int status, String body) {

        /** The answer itself, if it has this status. */
        public Answer require(int expected) {
            if (status != expected) {
                throw new IllegalStateException("Expected " + expected + ", got " + status + ": " + body);
            }
            return this;
        }
    }
}
