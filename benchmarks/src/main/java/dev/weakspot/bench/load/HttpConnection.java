package dev.weakspot.bench.load;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One connection, opened when it is needed and anew after a long rest or a failure, on which one request follows the other. Not for
 * several threads.
 */
public final class HttpConnection implements AutoCloseable {

    /** Services close after 60 s. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final int port;
    private @Nullable Open open;
    private long lastUsed;

    public HttpConnection(int port) {
        this.port = port;
    }

    private record Open(SocketChannel channel, HttpExchange exchange) {}

    /** Sends and waits for the whole answer. */
    public Answer exchange(byte[] request) throws IOException {
        HttpExchange exchange = connected();
        try {
            exchange.send(request);
            boolean isAnswered = false;
            while (!isAnswered) {
                isAnswered = exchange.receive();
            }
        } catch (IOException e) {
            close();
            throw e;
        }
        lastUsed = System.nanoTime();
        return new Answer(exchange.status(), exchange.body());
    }

    private HttpExchange connected() throws IOException {
        @Nullable Open known = open;
        if (known != null && System.nanoTime() - lastUsed < LONGEST_REST.toNanos()) {
            return known.exchange();
        }
        close();
        SocketChannel channel = HttpExchange.open(port);
        Open fresh = new Open(channel, new HttpExchange(channel));
        open = fresh;
        return fresh.exchange();
    }

    @Override
    public void close() throws IOException {
        @Nullable Open known = open;
        open = null;
        if (known != null) {
            known.channel().close();
        }
    }

    /** What came back. */
    public record Answer(int status, String body) {

        /** The answer itself, if it has this status. */
        public Answer require(int expected) throws IOException {
            if (status != expected) {
                throw new IOException("Expected " + expected + ", got " + status + ": " + body);
            }
            return this;
        }
    }
}
