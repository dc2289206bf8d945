package dev.weakspot.recommendation.database;

import static java.util.stream.Collectors.joining;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Sends and fetches many rows with one statement each, in the transaction that runs on this thread; without one it fails. For
 * where a repository's one statement a row is too slow. Threads may share it.
 */
@Singleton
public class Rows {

    private final TransactionOperations<Connection> transactions;

    Rows(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** The rows that a statement is about; their columns follow. */
    public <T> Batch<T> of(Collection<T> rows) {
        return new Batch<>(List.copyOf(rows));
    }

    /** A statement, and the rows that it is about. */
    public record Change(String sql, Batch<?> batch) {}

    /** Sends statements in their order, and waits for the database only once; those without rows are left out. */
    public void write(List<Change> changes) {
        List<Change> needed = changes.stream()
                .filter(change -> !change.batch().rows.isEmpty())
                .toList();
        if (needed.isEmpty()) {
            return;
        }
        String all = needed.stream().map(Change::sql).collect(joining(";\n"));
        try (PreparedStatement statement = transactions.getConnection().prepareStatement(all)) {
            int position = 1;
            for (Change change : needed) {
                position = change.batch().bind(statement, position);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new DataAccessException("Cannot write rows", e);
        }
    }

    /** Reads the row on which the cursor stands. */
    @FunctionalInterface
    public interface RowReader<R> {
        R read(ResultSet row) throws SQLException;
    }

    /** What a column's elements are. An array of their own class, because the driver sends only such arrays in binary. */
    public enum ColumnType {
        UUID("uuid", java.util.UUID.class),
        TEXT("text", String.class),
        INTEGER("int4", Integer.class),
        BIGINT("int8", Long.class),
        DOUBLE("float8", Double.class),
        BOOLEAN("bool", Boolean.class),
        BYTES("bytea", byte[].class);

        private final String sqlName;
        private final Class<?> elements;

        ColumnType(String sqlName, Class<?> elements) {
            this.sqlName = sqlName;
            this.elements = elements;
        }

        private Object[] array(int length) {
            return (Object[]) Array.newInstance(elements, length);
        }
    }

    /** Rows on their way into a statement whose parameters are arrays, one for each column. For one statement. */
    public final class Batch<T> {

        private final List<T> rows;
        private final List<Column<T>> columns = new ArrayList<>();

        private Batch(List<T> rows) {
            this.rows = rows;
        }

        /** Adds a column: the type of its elements, and its value of each row. */
        public Batch<T> column(ColumnType type, Function<T, Object> value) {
            columns.add(new Column<>(type, value));
            return this;
        }

        /** Changes what the statement says; without rows, nothing. */
        public void write(String sql) {
            Rows.this.write(List.of(change(sql)));
        }

        /** What the statement says, to be sent with others. */
        public Change change(String sql) {
            return new Change(sql, this);
        }

        public <R> List<R> read(String sql, RowReader<R> reader) {
            try (PreparedStatement statement = transactions.getConnection().prepareStatement(sql)) {
                bind(statement, 1);
                try (ResultSet result = statement.executeQuery()) {
                    List<R> read = new ArrayList<>();
                    while (result.next()) {
                        read.add(reader.read(result));
                    }
                    return read;
                }
            } catch (SQLException e) {
                throw new DataAccessException("Cannot read rows", e);
            }
        }

        /** Binds the parameters from this position on, and returns the next one. */
        private int bind(PreparedStatement statement, int first) throws SQLException {
            int position = first;
            for (Column<T> column : columns) {
                Object[] values = rows.stream().map(column.value()).toArray(column.type()::array);
                statement.setArray(position++, statement.getConnection().createArrayOf(column.type().sqlName, values));
            }
            return position;
        }
    }

    private record Column<T>(ColumnType type, Function<T, Object> value) {}
}
