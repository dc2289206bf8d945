package dev.weakspot.recommendation.training;

import dev.weakspot.inbox.CannotConsume;
import dev.weakspot.model.quality.RunningQuality;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The models' parameters as stored: changes in their order. Every method joins its caller's transaction. */
@Singleton
public class ParameterLog {

    private static final String CREATE =
            "insert into model (name, attempts, newest_change, quality) values (?, 0, 0, '') on conflict do nothing";

    private static final String LOCK = "select newest_change from model where name = ? for update";

    private static final String NEWEST = "select newest_change from model where name = ?";

    private static final String FIND = "select number from parameter_change where model = ? and number = ?";

    private static final String LEARNED = "select attempts, quality from model where name = ?";

    // One statement, and so one moment: what a snapshot replaces cannot vanish in between.
    private static final String CHANGES =
            "select number, since, bytes from parameter_change where model = ? and number > ? order by number";

    private static final String APPEND =
            "insert into parameter_change (model, since, attempts, bytes) values (?, ?, ?, ?) returning number";

    private static final String REPLACED = "delete from parameter_change where model = ? and number < ?";

    private static final String ADVANCE =
            "update model set attempts = ?, newest_change = ?, quality = ? where name = ?";

    private final TransactionOperations<Connection> transactions;

    ParameterLog(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** The number of the model's newest change, which nobody else can raise before the transaction ends. */
    long lock(String model) {
        return findNumber(LOCK, model)
                .orElseThrow(() -> new CannotConsume("The database knows no model " + model
                        + ": another model learns from all attempts anew, and a migration begins that."));
    }

    void createIfAbsent(String model) {
        run(CREATE, statement -> {
            statement.setString(1, model);
            return statement.executeUpdate();
        });
    }

    /** The number of the model's newest change; 0 before the first. */
    long newest(String model) {
        return findNumber(NEWEST, model).orElse(0L);
    }

    /** Whether the change was committed, and is not replaced by a snapshot. */
    boolean has(String model, long number) {
        return run(FIND, statement -> {
            statement.setString(1, model);
            statement.setLong(2, number);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        });
    }

    /** The model's changes behind this one. */
    List<ParameterChange> changesSince(String model, long number) {
        return run(CHANGES, statement -> {
            statement.setString(1, model);
            statement.setLong(2, number);
            try (ResultSet rows = statement.executeQuery()) {
                List<ParameterChange> changes = new ArrayList<>();
                while (rows.next()) {
                    changes.add(new ParameterChange(rows.getLong(1), rows.getLong(2), rows.getBytes(3)));
                }
                return changes;
            }
        });
    }

    /** How many attempts a model has learned from, and how well it had predicted them. */
    record Learned(long attempts, RunningQuality quality) {}

    Learned learned(String model) {
        return run(LEARNED, statement -> {
            statement.setString(1, model);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? new Learned(rows.getLong(1), RunningQuality.of(rows.getBytes(2)))
                        : new Learned(0, new RunningQuality());
            }
        });
    }

    /** Returns the number of the change. A snapshot replaces all changes before it. */
    ParameterChange append(String model, long since, long attempts, byte[] bytes) {
        long number = run(APPEND, statement -> {
            statement.setString(1, model);
            statement.setLong(2, since);
            statement.setLong(3, attempts);
            statement.setBytes(4, bytes);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
        ParameterChange appended = new ParameterChange(number, since, bytes);
        if (appended.isSnapshot()) {
            run(REPLACED, statement -> {
                statement.setString(1, model);
                statement.setLong(2, number);
                return statement.executeUpdate();
            });
        }
        return appended;
    }

    void advance(String model, long attempts, long number, RunningQuality quality) {
        run(ADVANCE, statement -> {
            statement.setLong(1, attempts);
            statement.setLong(2, number);
            statement.setBytes(3, quality.toBytes());
            statement.setString(4, model);
            return statement.executeUpdate();
        });
    }

    private Optional<Long> findNumber(String sql, String model) {
        return run(sql, statement -> {
            statement.setString(1, model);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        });
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (PreparedStatement statement = transactions.getConnection().prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new DataAccessException("Cannot read or write a model's parameters", e);
        }
    }
}
