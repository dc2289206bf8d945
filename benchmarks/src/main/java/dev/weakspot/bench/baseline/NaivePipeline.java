package dev.weakspot.bench.baseline;

import dev.weakspot.testbed.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The obvious code from an attempt to a belief: two inserts in a transaction, a relay that looks each second and sends row by row,
 * a consumer with a transaction per event. No HTTP, which is in its favour. Threads may share it.
 */
public final class NaivePipeline implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final BlockingQueue<Connection> connections = new ArrayBlockingQueue<>(CONNECTIONS);
    private final Map<UUID, CompletableFuture<UUID>> waiting = new ConcurrentHashMap<>();
    private final BiFunction<UUID, String, String> event;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Future<?> relaying;
    private final Future<?> consuming;

    /** The function makes an event of an attempt's id and its learner. */
    public NaivePipeline(Database database, String bootstrap, BiFunction<UUID, String, String> event) throws Exception {
        this.event = event;
        NaiveTables.create(database);
        String topic = "naive-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            Connection connection = database.connect();
            connection.setAutoCommit(false);
            connections.add(connection);
        }
        this.relaying = threads.submit((Callable<Void>) () -> {
            try (var relay = new NaiveRelay(database, bootstrap, topic)) {
                while (!stopping.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    relay.relay();
                }
            }
            return null;
        });
        this.consuming = threads.submit((Callable<Void>) () -> {
            try (var consumer = new NaiveConsumer(database, bootstrap, topic)) {
                while (stopping.getCount() > 0) {
                    consumer.consume(id -> waiting.remove(id).complete(id));
                }
            }
            return null;
        });
    }

    /** Records an attempt and returns when the belief that follows from it is committed. */
    public void attempt(String learner) throws Exception {
        UUID id = UUID.randomUUID();
        var learned = new CompletableFuture<UUID>();
        waiting.put(id, learned);
        Connection connection = connections.take();
        try {
            record(connection, id, learner);
        } finally {
            connections.add(connection);
        }
        learned.get(5, TimeUnit.MINUTES);
    }

    private void record(Connection connection, UUID id, String learner) throws SQLException {
        try (PreparedStatement attempt =
                        connection.prepareStatement("insert into attempt values (?, ?, 'question-1', 1)");
                PreparedStatement message =
                        connection.prepareStatement("insert into outbox (key, payload) values (?, ?)")) {
            attempt.setObject(1, id);
            attempt.setString(2, learner);
            attempt.executeUpdate();
            message.setString(1, learner);
            message.setString(2, event.apply(id, learner));
            message.executeUpdate();
            connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        stopping.countDown();
        threads.close();
        for (Future<?> work : List.of(relaying, consuming)) {
            if (work.state() == Future.State.FAILED) {
                throw new IllegalStateException(work.exceptionNow());
            }
        }
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
