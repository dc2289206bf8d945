package dev.weakspot.bench.load;

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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * So many connections, each of which asks anew as soon as it is answered: how much a service can do. One thread serves them all,
 * because each further one would take processors from what is measured; how long an answer took includes its wait for that thread.
 * Not for several threads.
 */
public final class ClosedLoop {

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final double NOTABLE_GAIN = 1.05;
    private static final int STEADY_WINDOWS = 4;

    /** Before the JVM's second compiler has looked at everything, no window tells much: after 30,000 it still takes a tenth of two processors. */
    private static final int COMPILED_AFTER = 200_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final int connections;
    private final int expectedStatus;
    private final Supplier<byte[]> requests;

    public ClosedLoop(int port, int connections, int expectedStatus, Supplier<byte[]> requests) {
        this.port = port;
        this.connections = connections;
        this.expectedStatus = expectedStatus;
        this.requests = requests;
    }

    /** Asks until it does not get faster any more: compilers, caches and pools have settled. At most for so long. */
    public void warmUp(Duration atMost) throws IOException {
        long end = System.nanoTime() + atMost.toNanos();
        double best = 0;
        double answered = 0;
        int withoutGain = 0;
        while ((withoutGain < STEADY_WINDOWS || answered < COMPILED_AFTER) && System.nanoTime() < end) {
            double perSecond = run(WINDOW).perSecond();
            answered += perSecond * WINDOW.toSeconds();
            withoutGain = perSecond < best * NOTABLE_GAIN ? withoutGain + 1 : 0;
            best = Math.max(best, perSecond);
        }
    }

    /** Asks for so long, over connections of its own; any answer but the expected one ends it. */
    public Throughput run(Duration length) throws IOException {
        List<Client> clients = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                clients.add(new Client(port, expectedStatus, selector));
            }
            return run(clients, selector, length);
        } finally {
            for (Client client : clients) {
                client.close();
            }
        }
    }

    private Throughput run(List<Client> clients, Selector selector, Duration length) throws IOException {
        Histogram latency = Latency.histogram();
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        for (Client client : clients) {
            client.ask(requests.get());
        }
        int waiting = clients.size();
        while (waiting > 0) {
            if (selector.select(PATIENCE.toMillis()) == 0) {
                throw new IOException("The service has answered nothing for " + PATIENCE.toSeconds() + " s");
            }
            for (SelectionKey key : selector.selectedKeys()) {
                Client client = (Client) key.attachment();
                if (client.isAnswered()) {
                    long now = System.nanoTime();
                    latency.recordValue(now - client.askedAt);
                    if (now < end) {
                        client.ask(requests.get());
                    } else {
                        waiting--;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Throughput(latency.getTotalCount() / seconds, new Latency(latency));
    }

    /** What was answered, and how fast. */
    public record Throughput(double perSecond, Latency latency) {}

    /** One connection. Knows of HTTP/1.1 only what our services answer with. */
    private static final class Client {

        private static final byte[] END_OF_HEAD = bytes("\r\n\r\n");
        /** In lower case, as Netty writes it. */
        private static final byte[] CONTENT_LENGTH = bytes("\r\ncontent-length: ");

        private final SocketChannel channel;
        private final byte[] expected;
        private ByteBuffer received = ByteBuffer.allocate(1 << 14);
        private long askedAt;

        Client(int port, int expectedStatus, Selector selector) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            expected = bytes("HTTP/1.1 " + expectedStatus + " ");
        }

        private static byte[] bytes(String ascii) {
            return ascii.getBytes(StandardCharsets.US_ASCII);
        }

        void ask(byte[] request) throws IOException {
            received.clear();
            askedAt = System.nanoTime();
            // A request is smaller than the socket's buffer.
            ByteBuffer unsent = ByteBuffer.wrap(request);
            while (unsent.hasRemaining()) {
                channel.write(unsent);
            }
        }

        /** Whether the whole answer is there. */
        boolean isAnswered() throws IOException {
            if (!received.hasRemaining()) {
                received = ByteBuffer.allocate(2 * received.capacity()).put(received.flip());
            }
            if (channel.read(received) < 0) {
                throw new EOFException("The service has hung up");
            }
            int head = find(END_OF_HEAD);
            if (head < 0 || received.position() < head + END_OF_HEAD.length + contentLength()) {
                return false;
            }
            if (!isAt(0, expected)) {
                throw new IOException(
                        "Unexpected: " + new String(received.array(), 0, received.position(), StandardCharsets.UTF_8));
            }
            return true;
        }

        private int contentLength() {
            int length = 0;
            int start = find(CONTENT_LENGTH);
            for (int i = start + CONTENT_LENGTH.length; start >= 0 && received.get(i) != '\r'; i++) {
                length = 10 * length + received.get(i) - '0';
            }
            return length;
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

        void close() throws IOException {
            channel.close();
        }
    }
}
