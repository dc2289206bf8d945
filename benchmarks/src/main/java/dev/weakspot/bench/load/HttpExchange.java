package dev.weakspot.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Requests and their answers over one channel, which may block or not. Knows of HTTP/1.1 only what our services answer with, and so
 * costs next to nothing. Not for several threads.
 */
final class HttpExchange {

    private static final byte[] VERSION = ascii("HTTP/1.1 ");
    private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");

    /** In lower case, as Netty writes it. */
    private static final byte[] CONTENT_LENGTH = ascii("\r\ncontent-length: ");

    private final SocketChannel channel;
    private ByteBuffer received = ByteBuffer.allocate(1 << 14);
    private int bodyBegin;
    private int bodyEnd;

    HttpExchange(SocketChannel channel) {
        this.channel = channel;
    }

    /** A channel to this port here that blocks. */
    static SocketChannel open(int port) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return channel;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends a request, which must be smaller than the socket's buffer where the channel does not block. */
    void send(byte[] request) throws IOException {
        received.clear();
        ByteBuffer unsent = ByteBuffer.wrap(request);
        while (unsent.hasRemaining()) {
            channel.write(unsent);
        }
    }

    /** Takes what has come; true when that is the whole answer. */
    boolean receive() throws IOException {
        if (!received.hasRemaining()) {
            received = ByteBuffer.allocate(2 * received.capacity()).put(received.flip());
        }
        if (channel.read(received) < 0) {
            throw new EOFException("The service has hung up");
        }
        int head = find(END_OF_HEAD, received.position());
        if (head < 0) {
            return false;
        }
        int length = find(CONTENT_LENGTH, head);
        if (length < 0 || !isAt(0, VERSION)) {
            throw new IOException("No answer that we understand: " + text(0, received.position()));
        }
        bodyBegin = head + END_OF_HEAD.length;
        bodyEnd = bodyBegin + number(length + CONTENT_LENGTH.length);
        return received.position() >= bodyEnd;
    }

    /** Of the whole answer. */
    int status() {
        return number(VERSION.length);
    }

    /** Of the whole answer. */
    String body() {
        return text(bodyBegin, bodyEnd);
    }

    private String text(int from, int to) {
        return new String(received.array(), from, to - from, StandardCharsets.UTF_8);
    }

    /** The digits from there on. */
    private int number(int from) {
        int number = 0;
        for (int i = from; Character.isDigit(received.get(i)); i++) {
            number = 10 * number + received.get(i) - '0';
        }
        return number;
    }

    /** Where the bytes begin, before {@code end}; −1 when nowhere. */
    private int find(byte[] bytes, int end) {
        for (int i = 0; i + bytes.length <= end; i++) {
            if (isAt(i, bytes)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAt(int index, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (received.get(index + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
