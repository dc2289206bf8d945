package dev.weakspot.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Connections to a service that are taken by turns; who finds none waits. Threads may share it. */
public final class ConnectionPool implements AutoCloseable {

    private final List<HttpConnection> all = new ArrayList<>();
    private final BlockingQueue<HttpConnection> free;

    public ConnectionPool(int port, int size) {
        this.free = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            all.add(new HttpConnection(port));
        }
        free.addAll(all);
    }

    public HttpConnection.Answer exchange(byte[] request) throws IOException, InterruptedException {
        HttpConnection connection = free.take();
        try {
            return connection.exchange(request);
        } finally {
            free.add(connection);
        }
    }

    @Override
    public void close() throws IOException {
        for (HttpConnection connection : all) {
            connection.close();
        }
    }
}
