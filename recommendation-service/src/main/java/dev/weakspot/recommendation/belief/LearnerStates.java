package dev.weakspot.recommendation.belief;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.weakspot.model.QuestionId;
import dev.weakspot.recommendation.TopicNames;
import dev.weakspot.recommendation.belief.LearnerState.Outcome;
import dev.weakspot.recommendation.catalog.CurrentCatalog;
import dev.weakspot.recommendation.database.AfterCommit;
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
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Learners as last committed. Keeps those in memory who are asked for often or were of late, and who go on practising: a learner's state is one
 * thing at one sequence, so one look at the sequence says whether what we have is current. What this process learns of those whom it keeps it need
 * not read; of what another process has learned only the difference is read. Whose history begins anew is noticed while it is shorter than what is
 * kept; whoever puts a longer one into the database stops this process first. Threads may share it.
 *
 * <p>Reads in nobody's transaction, and opens none.
 */
@Singleton
class LearnerStates {

    private static final String NEWEST =
            "select coalesce((select sequence from learner where learner_id = ?), 0), " + CurrentCatalog.VERSION;

    private static final String SEQUENCES = "select learner_id, sequence from learner where learner_id = any (?)";

    /** Four questions in one round trip, in an order that matters: see {@link #tryToRead}. */
    private static final String READ = """
            select sequence, answered_at, memory from learner where learner_id = ?;
            select * from belief where learner_id = ?;
            select * from question_seen where learner_id = ? and last_sequence > ?;
            select sequence, question_id, predicted, score
              from prediction
             where learner_id = ? and sequence > ?
             order by sequence desc
             limit ?
            """;

    /** Bytes, about. */
    private static final long MOST_KEPT = 40_000_000;

    private final DataSource database;
    private final AfterCommit afterCommit;
    private final TopicNames topics;
    private final Cache<LearnerId, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .<LearnerId, Kept>weigher((_, each) -> each.size())
            // Whoever keeps one more makes room for it: no other thread need be awake.
            .executor(Runnable::run)
            .build();

    LearnerStates(DataSource database, AfterCommit afterCommit, TopicNames topics) {
        // Past the proxy, whose connections are those of the transaction that runs.
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.afterCommit = afterCommit;
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
            return LearnerState.unknown(id);
        }
        Optional<Kept> known = Optional.ofNullable(kept.getIfPresent(id));
        // More may have been learned since somebody looked; but what was learned anew, and is not as far yet, is
        // another history.
        long newest = known.filter(each -> each.sequence() > sequence).isPresent()
                ? sequences(Set.of(id)).getOrDefault(id, 0L)
                : sequence;
        Optional<Kept> usable = known.filter(each -> each.sequence() <= newest);
        return usable.map(Kept::state)
                .filter(state -> state.sequence() == newest)
                .orElseGet(
                        () -> keep(upTo(newest, usable.map(Kept::current).orElseGet(() -> LearnerState.unknown(id)))));
    }

    private LearnerState upTo(long newest, LearnerState known) {
        if (known.sequence() == newest) {
            return known;
        }
        LearnerState found = read(known);
        // Erased since somebody looked: what is known is of another history.
        return found.sequence() < known.sequence()
                ? read(LearnerState.unknown(known.learner().id()))
                : found;
    }

    private LearnerState keep(LearnerState current) {
        kept.put(current.learner().id(), new Kept(current));
        return current;
    }

    /**
     * To be called in the transaction that applies attempts, before anybody is told that they are applied: once it is committed, those of its learners
     * who are kept need not be read again.
     */
    void advanceOnCommit(List<Advance> advances) {
        afterCommit.run(() -> advances.forEach(this::advance));
    }

    private void advance(Advance advance) {
        // Nobody has learned less than is kept: that is another history.
        kept.asMap()
                .computeIfPresent(
                        advance.to().id(),
                        (_, known) -> advance.to().sequence() < known.sequence() ? null : known.after(advance));
    }

    private LearnerState read(LearnerState older) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            Optional<LearnerState> read = Optional.empty();
            while (read.isEmpty()) {
                read = tryToRead(statement, older);
            }
            return read.get();
        } catch (SQLException e) {
            throw new DataAccessException("Cannot read a learner's state", e);
        }
    }

    /**
     * Nothing when a batch was committed in between, which its attempts show: they are later than the learner. Cheaper than a transaction in which
     * there is one moment for all four, by six round trips.
     */
    private static Optional<LearnerState> tryToRead(PreparedStatement statement, LearnerState older)
            throws SQLException {
        LearnerId id = older.learner().id();
        statement.setObject(1, id.value());
        statement.setObject(2, id.value());
        statement.setObject(3, id.value());
        statement.setLong(4, older.sequence());
        statement.setObject(5, id.value());
        statement.setLong(6, older.sequence());
        statement.setInt(7, LearnerState.MOST_OUTCOMES);
        statement.execute();
        Learner learner =
                results(statement, row -> learner(id, row)).stream().findFirst().orElseGet(() -> Learner.unknown(id));
        statement.getMoreResults();
        List<BeliefRow> beliefs = results(statement, BeliefRow.ROW);
        statement.getMoreResults();
        List<QuestionSeen> seen = results(statement, QuestionSeen.ROW);
        statement.getMoreResults();
        List<NumberedOutcome> outcomes = results(statement, NumberedOutcome.ROW);
        if (outcomes.stream().anyMatch(outcome -> outcome.sequence() > learner.sequence())) {
            return Optional.empty();
        }
        return Optional.of(older.after(new Advance(
                older.sequence(),
                learner,
                beliefs,
                seen,
                outcomes.reversed().stream().map(NumberedOutcome::outcome).toList())));
    }

    private record NumberedOutcome(long sequence, Outcome outcome) {

        static final RowReader<NumberedOutcome> ROW = row -> new NumberedOutcome(
                row.getLong("sequence"),
                new Outcome(
                        new QuestionId(row.getString("question_id")),
                        row.getDouble("predicted"),
                        row.getDouble("score")));
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
