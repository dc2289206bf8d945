package dev.weakspot.outbox;

import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** A service that does nothing but append, with its relay. Several on one database are instances of one service. */
final class SmallService implements AutoCloseable {

    private final ApplicationContext context;
    private final TransactionOperations<Connection> transactions;
    private final Outbox outbox;

    private SmallService(ApplicationContext context) {
        this.context = context;
        this.transactions = context.getBean(DataSourceTransactionManager.class);
        this.outbox = context.getBean(Outbox.class);
    }

    static SmallService start(Database database, String bootstrap, Map<String, Object> settings) {
        return new SmallService(context(database, bootstrap, settings));
    }

    /** Only the application, which must come up without its database too. */
    static ApplicationContext context(Database database, String bootstrap, Map<String, Object> settings) {
        var all = new HashMap<String, Object>(database.settings());
        all.put("kafka.bootstrap.servers", bootstrap);
        all.put("weakspot.outbox.retry-after", "200ms");
        all.put("datasources.default.connection-timeout", "2000");
        all.putAll(settings);
        return ApplicationContext.run(all);
    }

    static SmallService start(Database database, String bootstrap) {
        return start(database, bootstrap, Map.of());
    }

    static SmallService withoutRelay(Database database) {
        return start(database, "127.0.0.1:9", Map.of("weakspot.outbox.relay", false));
    }

    static Database databaseWithOutbox() {
        Database database = PostgresServer.shared().createDatabase("outbox");
        try (Connection connection = database.connect();
                InputStream ddl = Objects.requireNonNull(SmallService.class.getResourceAsStream("/outbox.sql"))) {
            connection.createStatement().execute(new String(ddl.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Each value in a transaction of its own. */
    void append(String topic, String key, String... values) {
        Stream.of(values).forEach(value -> inTransaction(() -> outbox.append(event(topic, key, value))));
    }

    void appendTogether(List<? extends OutboxMessage> messages) {
        inTransaction(() -> outbox.append(messages));
    }

    void inTransaction(Runnable work) {
        transactions.execute(TransactionDefinition.of(Propagation.REQUIRES_NEW), transaction -> {
            work.run();
            return transaction;
        });
    }

    static OutboxMessage.Event event(String topic, String key, String value) {
        var moved = new CloudEvent(
                UUID.randomUUID().toString(),
                "dev.weakspot.test.moved",
                "/weakspot/test",
                Instant.parse("2026-03-01T18:30:00.125Z"));
        return new OutboxMessage.Event(topic, key, moved, value);
    }

    @Override
    public void close() {
        context.close();
    }
}
