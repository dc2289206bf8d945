package dev.weakspot.inbox;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The table {@code inbox_offset}: where consumption of each partition goes on. */
@Singleton
final class InboxOffsets {

    private static final String FIND = """
            select topic, partition, next_offset
              from inbox_offset
              join unnest(?::text[], ?::integer[]) as wanted (topic, partition) using (topic, partition)
            """;

    private static final String START = """
            insert into inbox_offset (topic, partition, next_offset)
            select * from unnest(?::text[], ?::integer[], ?::bigint[])
            on conflict (topic, partition) do nothing
            """;

    private static final String ADVANCE = """
            update inbox_offset as stored
               set next_offset = move.until
              from unnest(?::text[], ?::integer[], ?::bigint[], ?::bigint[]) as move (topic, partition, since, until)
             where stored.topic = move.topic
               and stored.partition = move.partition
               and stored.next_offset = move.since
            """;

    private final TransactionOperations<Connection> transactions;

    InboxOffsets(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Where the partitions go on; one that was never consumed is absent. */
    Map<TopicPartition, Long> find(Collection<TopicPartition> partitions) {
        return transactions.executeRead(status -> find(status.getConnection(), List.copyOf(partitions)));
    }

    /** Remembers where to begin, unless somebody was faster. */
    void start(Map<TopicPartition, Long> beginnings) {
        transactions.executeWrite(status -> start(status.getConnection(), beginnings));
    }

    /**
     * Moves every partition from where we believe it to be. Only makes sense inside the transaction that applies the
     * messages in between: it locks the rows until then, so that a rival waits and then fails.
     *
     * @throws Fenced when a partition is elsewhere; the transaction must roll back
     */
    void advance(Map<TopicPartition, Long> since, Map<TopicPartition, Long> until) {
        int moved = advance(transactions.getConnection(), since, until);
        if (moved < until.size()) {
            throw new Fenced();
        }
    }

    private static Map<TopicPartition, Long> find(Connection connection, List<TopicPartition> partitions) {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            setPartitions(statement, partitions);
            try (ResultSet rows = statement.executeQuery()) {
                var found = new HashMap<TopicPartition, Long>();
                while (rows.next()) {
                    found.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DataAccessException("Cannot read the inbox's offsets", e);
        }
    }

    private static int start(Connection connection, Map<TopicPartition, Long> beginnings) {
        List<TopicPartition> partitions = List.copyOf(beginnings.keySet());
        try (PreparedStatement statement = connection.prepareStatement(START)) {
            setPartitions(statement, partitions);
            setColumn(statement, 3, "bigint", partitions, beginnings::get);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DataAccessException("Cannot start the inbox's offsets", e);
        }
    }

    private static int advance(
            Connection connection, Map<TopicPartition, Long> since, Map<TopicPartition, Long> until) {
        List<TopicPartition> partitions = List.copyOf(until.keySet());
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            setPartitions(statement, partitions);
            setColumn(statement, 3, "bigint", partitions, since::get);
            setColumn(statement, 4, "bigint", partitions, until::get);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DataAccessException("Cannot move the inbox's offsets", e);
        }
    }

    private static void setPartitions(PreparedStatement statement, List<TopicPartition> partitions)
            throws SQLException {
        setColumn(statement, 1, "text", partitions, TopicPartition::topic);
        setColumn(statement, 2, "integer", partitions, TopicPartition::partition);
    }

    private static void setColumn(
            PreparedStatement statement,
            int position,
            String type,
            List<TopicPartition> partitions,
            Function<TopicPartition, @Nullable Object> value)
            throws SQLException {
        Object[] column = partitions.stream().map(value).toArray();
        statement.setArray(position, statement.getConnection().createArrayOf(type, column));
    }
}
