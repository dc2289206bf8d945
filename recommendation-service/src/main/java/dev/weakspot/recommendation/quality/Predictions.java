package dev.weakspot.recommendation.quality;

import dev.weakspot.model.quality.PredictionLog;
import dev.weakspot.model.quality.Quality;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What was predicted of each attempt before it was learned from, and what came. */
@Singleton
class Predictions {

    private static final String SCORES =
            "select predicted, score from prediction where not simulated and starts_with(question_id, ?)";

    /** With a fetch size the driver streams; without one it would hold millions of rows. */
    private static final int FETCHED_AT_ONCE = 10_000;

    private final TransactionOperations<Connection> transactions;

    Predictions(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    Quality quality(String questionPrefix) {
        return transactions.executeRead(transaction -> {
            PredictionLog log = new PredictionLog();
            try (PreparedStatement statement = transaction.getConnection().prepareStatement(SCORES)) {
                statement.setFetchSize(FETCHED_AT_ONCE);
                statement.setString(1, questionPrefix);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        log.add(rows.getDouble("predicted"), rows.getDouble("score"));
                    }
                }
            } catch (SQLException e) {
                throw new DataAccessException("Cannot read predictions", e);
            }
            return log.quality();
        });
    }
}
