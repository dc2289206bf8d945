package dev.weakspot.bench.load;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One connection, opened when it is needed and anew after a long rest, on which one request follows the other. Knows of HTTP/1.1
 * only what our services answer with, and so costs next to nothing. Not for several threads.
 */
public final class HttpConnection implements AutoCloseable {

    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** In lower case, as Netty writes it. */
    private static final byte[] CONTENT_LENGTH = "\r\ncontent-length: ".getBytes(StandardCharsets.US_ASCII);

    private static final int STATUS_BEGIN = "HTTP/1.1 ".length();

    /** Services close after 60 s. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final int port;
    private @Nullable SocketChannel channel;
    private ByteBuffer received = ByteBuffer.allocate(1 << 14);
    private int bodyBegin;
    private long lastUsed;

    public HttpConnection(int port) {
        this.port = port;
    }

    /** Sends and waits for the whole answer. */
    public Answer exchange(byte[] request) throws IOException {
        if (channel == null || System.nanoTime() - lastUsed > LONGEST_REST.toNanos()) {
            close();
            channel = open();
        }
        send(request);
        boolean isAnswered = false;
        while (!isAnswered) {
            isAnswered = receive();
        }
        return new Answer(
                status(),
                new String(received.array(), bodyBegin, received.position() - bodyBegin, StandardCharsets.UTF_8));
    }

    private SocketChannel open() throws IOException {
        SocketChannel opened = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return opened;
    }

    /** Opens it for {@link #send} and {@link #receive}; the selector tells whose connection has something to receive. */
    void attachTo(Selector selector, Object owner) throws IOException {
        channel = open();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, owner);
    }

    void send(byte[] request) throws IOException {
        received.clear();
        // A request is smaller than the socket's buffer.
        ByteBuffer unsent = ByteBuffer.wrap(request);
        while (unsent.hasRemaining()) {
            requireNonNull(channel).write(unsent);
        }
    }

    /** Takes what has come; true when that is the whole answer. */
    boolean receive() throws IOException {
        if (!received.hasRemaining()) {
            received = ByteBuffer.allocate(2 * received.capacity()).put(received.flip());
        }
        if (requireNonNull(channel).read(received) < 0) {
            throw new EOFException("The service has hung up");
        }
        lastUsed = System.nanoTime();
        int head = find(END_OF_HEAD);
        bodyBegin = head + END_OF_HEAD.length;
        return head >= 0 && received.position() >= bodyBegin + contentLength();
    }

    /** Of the answer that was received last. */
    int status() {
        return number(STATUS_BEGIN, ' ');
    }

    private int contentLength() {
        int start = find(CONTENT_LENGTH);
        return start < 0 ? 0 : number(start + CONTENT_LENGTH.length, '\r');
    }

    private int number(int from, char end) {
        int number = 0;
        for (int i = from; received.get(i) != end; i++) {
            number = 10 * number + received.get(i) - '0';
        }
        return number;
    }

    private int find(byte[] ascii) {
        for (int i = 0; i + ascii.length <= received.position(); i++) {
            if (isAt(i, ascii)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAt(int index, byte[] ascii) {
        for (int i = 0; i < ascii.length; i++) {
            if (received.get(index + i) != ascii[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return new String(received.array(), 0, received.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
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
