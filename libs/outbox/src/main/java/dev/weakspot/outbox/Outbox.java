package dev.weakspot.outbox;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a change leaves its events, in its own transaction.
 *
 * <p>What is appended reaches Kafka if and only if the transaction commits: at least once, and for every key in the
 * order of appending. That order is the changes' own when a transaction appends after it has locked what it changes; two that
 * do not wait for one another have none. Kafka need not be there; the messages wait. Threads may share an outbox.
 */
@Singleton
public final class Outbox {

    // Ordinality, because the identity must grow in the order of the messages and not in one the planner likes.
    private static final String APPEND = """
            insert into outbox (topic, key, headers, payload)
            select topic, key, headers, payload
              from unnest(?::text[], ?::text[], ?::text[], ?::text[])
                   with ordinality as message (topic, key, headers, payload, position)
             order by position
            """;

    private final TransactionOperations<Connection> transactions;
    private final MessageHeaders headers;
    private final RelayBell bell;

    Outbox(TransactionOperations<Connection> transactions, MessageHeaders headers, RelayBell bell) {
        this.transactions = transactions;
        this.headers = headers;
        this.bell = bell;
    }

    /** {@link #append(Collection)} for a single message. */
    public void append(OutboxMessage message) {
        append(List.of(message));
    }

    /**
     * Adds the messages, in their order, to the transaction that runs on this thread, with one statement; after its
     * commit the relay is woken.
     *
     * @throws IllegalStateException when no transaction runs: the change and its event would part
     */
    public void append(Collection<? extends OutboxMessage> messages) {
        TransactionStatus<?> transaction = transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException(
                        "Outbox.append needs the running transaction of the change that the event tells of"));
        if (messages.isEmpty()) {
            return;
        }

        insert(transactions.getConnection(), List.copyOf(messages));
        transaction.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }

    private void insert(Connection connection, List<OutboxMessage> messages) {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            setColumn(statement, 1, messages, OutboxMessage::topic);
            setColumn(statement, 2, messages, OutboxMessage::key);
            setColumn(statement, 3, messages, message -> headers.format(message.headers()));
            setColumn(statement, 4, messages, Outbox::payload);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DataAccessException("Cannot append to the outbox", e);
        }
    }

    private static void setColumn(
            PreparedStatement statement,
            int position,
            List<OutboxMessage> messages,
            Function<OutboxMessage, @Nullable String> value)
            throws SQLException {
        // Strings, not objects: only such an array goes over the wire in binary.
        String[] column = messages.stream().map(value).toArray(String[]::new);
        statement.setArray(position, statement.getConnection().createArrayOf("text", column));
    }

    private static @Nullable String payload(OutboxMessage message) {
        return switch (message) {
            case OutboxMessage.Event event -> event.json();
            case OutboxMessage.Tombstone _ -> null;
        };
    }
}
