package dev.weakspot.recommendation.training;

import dev.weakspot.model.quality.RunningQuality;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The models' parameters as stored: changes in their order. Every method joins its caller's transaction. */
@Singleton
public class ParameterLog {

    private static final String CREATE =
            "insert into model (name, attempts, newest_change, quality) values (?, 0, 0, '') on conflict do nothing";

    private static final String LOCK = "select newest_change, newest_token from model where name = ? for update";

    private static final String NEWEST = "select newest_change, newest_token from model where name = ?";

    private static final String FIND =
            "select number from parameter_change where model = ? and number = ? and token = ?";

    private static final String LEARNED = "select attempts, quality from model where name = ?";

    // One statement, and so one moment: what a snapshot replaces cannot vanish in between.
    private static final String CHANGES = """
            select number, token, since, bytes
              from parameter_change
             where model = ?
               and number > ?
               and number >= (select max(number) from parameter_change where model = ? and since = 0)
             order by number
            """;

    /** A change has 3 kB to 1 MB, a snapshot up to 40 MB: not all of them need be in memory at once. */
    private static final int FETCHED_AT_ONCE = 16;

    private static final String APPEND = """
            with appended as (
                insert into parameter_change (model, token, since, attempts, bytes) values (?, ?, ?, ?, ?)
                returning number, token, attempts
            )
            update model
               set attempts = appended.attempts, newest_change = appended.number, newest_token = appended.token, quality = ?
              from appended
             where name = ?
            returning newest_change
            """;

    private static final String REPLACED = "delete from parameter_change where model = ? and number < ?";

    private final TransactionOperations<Connection> transactions;

    ParameterLog(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** The model's newest change, behind which nobody else can append before the transaction ends; none of a model that is new. */
    Optional<LogPlace> lock(String model) {
        return findPlace(LOCK, model);
    }

    void createIfAbsent(String model) {
        run(CREATE, statement -> {
            statement.setString(1, model);
            return statement.executeUpdate();
        });
    }

    /** The model's newest change. */
    LogPlace newest(String model) {
        return findPlace(NEWEST, model).orElse(LogPlace.BEGINNING);
    }

    /** Whether this change was committed, and is not replaced by a snapshot. */
    boolean has(String model, LogPlace place) {
        return run(FIND, statement -> {
            statement.setString(1, model);
            statement.setLong(2, place.number());
            statement.setObject(3, place.token());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        });
    }

    /** Hands over the model's changes behind this one, or the newest snapshot and those behind it when that is shorter. */
    void forEachSince(String model, LogPlace place, Consumer<ParameterChange> reader) {
        run(CHANGES, statement -> {
            statement.setFetchSize(FETCHED_AT_ONCE);
            statement.setString(1, model);
            statement.setLong(2, place.number());
            statement.setString(3, model);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    var found = new LogPlace(rows.getLong(1), rows.getObject(2, UUID.class));
                    reader.accept(new ParameterChange(found, rows.getLong(3), rows.getBytes(4)));
                }
                return place;
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

    /** Saves what the model has learned, and how far it is. A snapshot replaces all changes before it. */
    ParameterChange append(String model, long since, long attempts, byte[] bytes, RunningQuality quality) {
        UUID token = UUID.randomUUID();
        long number = run(APPEND, statement -> {
            statement.setString(1, model);
            statement.setObject(2, token);
            statement.setLong(3, since);
            statement.setLong(4, attempts);
            statement.setBytes(5, bytes);
            statement.setBytes(6, quality.toBytes());
            statement.setString(7, model);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
        ParameterChange appended = new ParameterChange(new LogPlace(number, token), since, bytes);
        if (appended.isSnapshot()) {
            run(REPLACED, statement -> {
                statement.setString(1, model);
                statement.setLong(2, number);
                return statement.executeUpdate();
            });
        }
        return appended;
    }

    private Optional<LogPlace> findPlace(String sql, String model) {
        return run(sql, statement -> {
            statement.setString(1, model);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new LogPlace(rows.getLong(1), rows.getObject(2, UUID.class)))
                        : Optional.empty();
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
