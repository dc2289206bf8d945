package dev.weakspot.recommendation.belief;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.weakspot.recommendation.TopicNames;
import dev.weakspot.recommendation.catalog.CurrentCatalog;
import dev.weakspot.recommendation.database.Rows.RowReader;
import dev.weakspot.recommendation.learner.LearnerId;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Learners as last committed. Keeps those in memory who are asked for often or were of late: a learner's state is one thing at one sequence, so one
 * look at the sequence says whether what we have is current, and of what is older only the difference is read. Threads may share it.
 *
 * <p>Runs in nobody's transaction, and opens none.
 */
@Singleton
class LearnerStates {

    private static final String NEWEST =
            "select coalesce((select sequence from learner where learner_id = ?), 0), " + CurrentCatalog.VERSION;

    private static final String SEQUENCES = "select learner_id, sequence from learner where learner_id = any (?)";

    /** Three questions in one round trip, in an order that matters: see {@link #read}. */
    private static final String READ = """
            select sequence, answered_at, memory from learner where learner_id = ?;
            select * from belief where learner_id = ?;
            select * from question_seen where learner_id = ? and last_sequence > ?
            """;

    /** Thirty megabytes, about: of questions answered, of which each takes 300 bytes. */
    private static final long MOST_KEPT = 100_000;

    private static final int SIZE_OF_ANYBODY = 20;

    private final DataSource database;
    private final TopicNames topics;
    private final Cache<LearnerId, LearnerState> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .<LearnerId, LearnerState>weigher(
                    (_, state) -> SIZE_OF_ANYBODY + state.pastTries().size())
            // Whoever keeps one more makes room for it: no other thread need be awake.
            .executor(Runnable::run)
            .build();

    LearnerStates(DataSource database, TopicNames topics) {
        // Past the proxy, whose connections are those of the transaction that runs.
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.topics = topics;
    }

    /**
     * What is committed now.
     *
     * @param sequence the learner's last attempt
     * @param catalogVersion see {@link CurrentCatalog#at}
     */
    record Newest(long sequence, long catalogVersion) {}

    Newest newest(LearnerId id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setObject(1, id.value());
            statement.setString(2, topics.catalogTopics());
            statement.setString(3, topics.catalogQuestions());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Newest(row.getLong(1), row.getLong(2));
            }
        } catch (SQLException e) {
            throw new DataAccessException("Cannot look up how far a learner is", e);
        }
    }

    /** The last attempt of each of these learners; nothing of those who have none. */
    Map<LearnerId, Long> sequences(Collection<LearnerId> ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SEQUENCES)) {
            UUID[] wanted = ids.stream().map(LearnerId::value).toArray(UUID[]::new);
            statement.setArray(1, connection.createArrayOf("uuid", wanted));
            Map<LearnerId, Long> sequences = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sequences.put(new LearnerId(rows.getObject(1, UUID.class)), rows.getLong(2));
                }
            }
            return sequences;
        } catch (SQLException e) {
            throw new DataAccessException("Cannot look up how far learners are", e);
        }
    }

    /** The learner after this attempt, or a later one. */
    LearnerState get(LearnerId id, long sequence) {
        if (sequence == 0) {
            return LearnerState.of(Learner.unknown(id), List.of(), List.of());
        }
        Optional<LearnerState> known = Optional.ofNullable(kept.getIfPresent(id));
        // Not only later ones: what was erased, or learned anew, begins from 1.
        if (known.filter(state -> state.sequence() == sequence).isPresent()) {
            return known.get();
        }
        LearnerState read = read(id, known.filter(state -> state.sequence() < sequence));
        kept.put(id, read);
        return read;
    }

    private LearnerState read(LearnerId id, Optional<LearnerState> older) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            Optional<LearnerState> read = Optional.empty();
            while (read.isEmpty()) {
                read = tryToRead(statement, id, older);
            }
            return read.get();
        } catch (SQLException e) {
            throw new DataAccessException("Cannot read a learner's state", e);
        }
    }

    /**
     * Nothing when a batch was committed in between, which each attempt's question shows: it was seen after the learner. Cheaper than a
     * transaction in which there is one moment for all three, by six round trips.
     */
    private static Optional<LearnerState> tryToRead(
            PreparedStatement statement, LearnerId id, Optional<LearnerState> older) throws SQLException {
        statement.setObject(1, id.value());
        statement.setObject(2, id.value());
        statement.setObject(3, id.value());
        statement.setLong(4, older.map(LearnerState::sequence).orElse(0L));
        statement.execute();
        Learner learner =
                results(statement, row -> learner(id, row)).stream().findFirst().orElseGet(() -> Learner.unknown(id));
        statement.getMoreResults();
        List<BeliefRow> beliefs = results(statement, BeliefRow.ROW);
        statement.getMoreResults();
        List<QuestionSeen> seen = results(statement, QuestionSeen.ROW);
        if (seen.stream().anyMatch(question -> question.lastSequence() > learner.sequence())) {
            return Optional.empty();
        }
        return Optional.of(older.map(state -> state.after(learner, beliefs, seen))
                .orElseGet(() -> LearnerState.of(learner, beliefs, seen)));
    }

    private static <T> List<T> results(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    private static Learner learner(LearnerId id, ResultSet row) throws SQLException {
        return new LearnerRow(
                        id.value(),
                        row.getLong("sequence"),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("memory"))
                .toLearner();
    }
}
