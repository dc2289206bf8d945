package dev.weakspot.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The right to be the relay of this database's outbox, and the only way to touch the table as one.
 *
 * <p>It is a session-level advisory lock, and all work goes over the session that holds it. At most one lease is valid at
 * a time, whatever process or host holds it; it ends with {@link #close} or with the session, so a relay that crashed
 * blocks nobody, and one whose session is gone can remove nothing any more, however late it wakes up. No transaction is
 * open between two calls. It needs a real session: a pooler that hands sessions out by transaction would break it.
 */
final class RelayLease implements AutoCloseable {

    // Locks are per database; the table's oid keeps two outboxes in two schemas of one database apart.
    private static final String LOCK_KEY = "hashtextextended('weakspot.outbox.relay', 'outbox'::regclass::oid::bigint)";

    private static final String NEXT = """
            select seq, topic, key, headers, payload, appended_at
              from outbox
             where refused is null
             order by seq
             limit ?
            """;

    private static final String REMOVE = "delete from outbox where seq = any (?)";

    private static final String SET_ASIDE = "update outbox set refused = ? where seq = ?";

    private static final String BACKLOG = """
            select count(*), coalesce(extract(epoch from clock_timestamp() - min(appended_at)), 0)
              from outbox
             where refused is null
            """;

    private final Connection connection;
    private final MessageHeaders headers;

    private RelayLease(Connection connection, MessageHeaders headers) {
        this.connection = connection;
        this.headers = headers;
    }

    /** The lease, unless another relay holds it. Never waits for it. */
    static Optional<RelayLease> tryAcquire(DataSource database, MessageHeaders headers) throws SQLException {
        Connection connection = database.getConnection();
        var lease = new RelayLease(connection, headers);
        try {
            connection.setAutoCommit(true);
            if (lease.isTrue("select pg_try_advisory_lock(" + LOCK_KEY + ")")) {
                return Optional.of(lease);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    /** The oldest messages by {@code seq}. What commits later with a smaller one is among the next ones: nothing is skipped. */
    List<OutboxRow> next(int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, count);
            try (ResultSet rows = statement.executeQuery()) {
                var next = new ArrayList<OutboxRow>();
                while (rows.next()) {
                    next.add(new OutboxRow(
                            rows.getLong("seq"),
                            rows.getString("topic"),
                            rows.getString("key"),
                            headers.parse(rows.getString("headers")),
                            rows.getString("payload"),
                            rows.getTimestamp("appended_at").toInstant()));
                }
                return next;
            }
        }
    }

    void remove(Collection<Long> sent) throws SQLException {
        if (sent.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            statement.setArray(1, connection.createArrayOf("bigint", sent.toArray()));
            statement.executeUpdate();
        }
    }

    void setAside(long seq, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET_ASIDE)) {
            statement.setString(1, reason);
            statement.setLong(2, seq);
            statement.executeUpdate();
        }
    }

    Backlog backlog() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BACKLOG);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new Backlog(rows.getLong(1), rows.getDouble(2));
        }
    }

    /** Gives the right up. Should that fail, the session is broken and the server has taken it back already. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            isTrue("select pg_advisory_unlock(" + LOCK_KEY + ")");
        }
    }

    private boolean isTrue(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
