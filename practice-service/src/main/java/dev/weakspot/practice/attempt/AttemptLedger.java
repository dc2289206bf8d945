package dev.weakspot.practice.attempt;

import dev.weakspot.outbox.CloudEvent;
import dev.weakspot.outbox.Outbox;
import dev.weakspot.outbox.OutboxMessage;
import dev.weakspot.practice.question.Question;
import io.micronaut.context.annotation.Property;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Enters attempts: each with the learner's next number and its event, all in one transaction.
 *
 * <p>An attempt is entered once, whoever sends it again. A learner's row in {@code learner_sequence} is locked from the
 * numbering to the commit, so numbers have no gaps and events leave in their order.
 */
@Singleton
class AttemptLedger {

    // One statement: what is new is numbered by its learner and inserted. Learners are locked in the order of ids: two
    // instances cannot wait for each other. When another instance commits the same attempt meanwhile, the primary key
    // refuses the whole statement, and entering it again finds the attempt. An attempt that names a session is entered
    // on an item of the learner's own while the session runs: its row is locked to the commit, which a completion waits
    // for. Attempts and sessions are looked up one by one: a join, as which "not exists" counts, is planned while
    // tables are small, and would still read all of them when they are large.
    private static final String ENTER = """
            with incoming as (
                select *
                  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::float8[], ?::text[], ?::bigint[], ?::integer[], ?::integer[], ?::uuid[], ?::timestamptz[],
                              ?::float8[], ?::boolean[])
                       with ordinality as sent (id, learner_id, question_id, question_version, question_kind, topics,
                              fingerprint, answer, score, graded_by, response_time_ms, hints_used, self_rating,
                              session_id, answered_at, certainty, simulated, position)
            ), open_item as (
                select item.attempt_id, item.session_id, session.learner_id, item.question_id, item.question_version
                  from session_item as item
                 cross join lateral (
                       select learner_id
                         from session
                        where session.id = item.session_id
                          and session.completed_at is null
                          for key share) as session
                 where item.attempt_id = any (?)
            ), fresh as (
                select incoming.*,
                       row_number() over (partition by learner_id order by position) as place,
                       count(*) over (partition by learner_id) as places
                  from incoming
                 where (select count(*) from attempt where attempt.id = incoming.id) = 0
                   and (session_id is null
                        or (id, session_id, learner_id, question_id, question_version) in (select * from open_item))
            ), numbered as (
                insert into learner_sequence as learner (learner_id, last)
                select learner_id, count(*) from fresh group by learner_id order by learner_id
                    on conflict (learner_id) do update set last = learner.last + excluded.last
                returning learner_id, last
            )
            insert into attempt (id, learner_id, sequence, question_id, question_version, question_kind, topics,
                   fingerprint, answer, score, correct, graded_by, response_time_ms, hints_used, self_rating, session_id,
                   answered_at, certainty, simulated, recorded_at)
            select id, fresh.learner_id, numbered.last - places + place, question_id, question_version, question_kind,
                   topics::text[], fingerprint, answer::jsonb, score, score = 1, graded_by, response_time_ms, hints_used,
                   self_rating, session_id, answered_at, certainty, simulated, ?
              from fresh join numbered on numbered.learner_id = fresh.learner_id
            returning id, sequence
            """;

    private static final String FIND =
            "select id, learner_id, fingerprint, sequence, recorded_at, score from attempt where id = any (?)";

    private final TransactionOperations<Connection> transactions;
    private final Outbox outbox;
    private final JsonMapper json;
    private final Clock clock;
    private final String topic;

    AttemptLedger(
            TransactionOperations<Connection> transactions,
            Outbox outbox,
            JsonMapper json,
            Clock clock,
            @Property(name = "weakspot.topics.practice-attempts") String topic) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.topic = topic;
    }

    /**
     * Enters the attempts in one transaction and answers for each, in their order, after the commit.
     *
     * @param attempts with distinct ids
     * @param beforeCommit run when nothing but the commit is left to do
     * @throws DataAccessException when none was entered; or, when the connection broke at the commit, perhaps all
     */
    List<Entry> enter(List<GradedAttempt> attempts, Runnable beforeCommit) {
        return transactions.executeWrite(transaction -> {
            Connection connection = transaction.getConnection();
            // Microseconds are what PostgreSQL keeps: the first answer and a repeated one must not differ.
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            try {
                Map<UUID, Long> written = write(connection, attempts, now);
                outbox.append(events(attempts, written, now));
                List<GradedAttempt> others = attempts.stream()
                        .filter(attempt ->
                                !written.containsKey(attempt.submission().attemptId()))
                        .toList();
                Map<UUID, Entry> known = others.isEmpty() ? Map.of() : find(connection, others);
                beforeCommit.run();
                return attempts.stream()
                        .map(attempt -> {
                            UUID id = attempt.submission().attemptId();
                            @Nullable Long sequence = written.get(id);
                            return sequence != null
                                    ? new Entry.Written(sequence, now)
                                    : known.getOrDefault(id, new Entry.Outside());
                        })
                        .toList();
            } catch (SQLException e) {
                throw new DataAccessException("Cannot enter attempts", e);
            }
        });
    }

    private static Map<UUID, Long> write(Connection connection, List<GradedAttempt> attempts, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            Columns columns = columns(statement, attempts, now);
            UUID[] onItems = attempts.stream()
                    .map(GradedAttempt::submission)
                    .filter(submission -> submission.sessionId() != null)
                    .map(Submission::attemptId)
                    .toArray(UUID[]::new);
            statement.setArray(columns.count() + 1, connection.createArrayOf("uuid", onItems));
            statement.setObject(columns.count() + 2, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                Map<UUID, Long> written = new HashMap<>();
                while (rows.next()) {
                    written.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
                return written;
            }
        }
    }

    private static Columns columns(PreparedStatement statement, List<GradedAttempt> attempts, Instant now)
            throws SQLException {
        var columns = new Columns(statement, attempts);
        columns.uuids(attempt -> attempt.submission().attemptId());
        columns.uuids(attempt -> attempt.learner().value());
        columns.texts(attempt -> attempt.submission().questionId());
        columns.integers(attempt -> attempt.submission().questionVersion());
        columns.texts(attempt -> attempt.question().kind());
        columns.texts(attempt -> "{" + String.join(",", attempt.question().topics()) + "}");
        columns.texts(attempt -> attempt.fingerprint().hex());
        columns.texts(GradedAttempt::answerJson);
        columns.doubles(attempt -> attempt.grade().score());
        columns.texts(attempt -> attempt.grade().gradedBy().word());
        columns.longs(attempt -> attempt.submission().responseTimeMs());
        columns.integers(attempt -> attempt.submission().hintsUsed());
        columns.integers(attempt -> attempt.submission().selfRating());
        columns.uuids(attempt -> attempt.submission().sessionId());
        columns.texts(attempt -> attempt.answeredAt(now).toString());
        columns.doubles(attempt -> attempt.submission().certainty());
        columns.booleans(attempt -> attempt.submission().isSimulated());
        return columns;
    }

    private static Map<UUID, Entry> find(Connection connection, List<GradedAttempt> attempts) throws SQLException {
        Map<UUID, GradedAttempt> sent = new HashMap<>();
        attempts.forEach(attempt -> sent.put(attempt.submission().attemptId(), attempt));
        Map<UUID, Entry> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, connection.createArrayOf("uuid", sent.keySet().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject("id", UUID.class);
                    GradedAttempt attempt = sent.get(id);
                    if (attempt != null) {
                        found.put(id, isSame(attempt, rows) ? repeated(rows) : new Entry.Taken());
                    }
                }
            }
        }
        return found;
    }

    private static boolean isSame(GradedAttempt attempt, ResultSet row) throws SQLException {
        return attempt.learner().value().equals(row.getObject("learner_id", UUID.class))
                && attempt.fingerprint().hex().equals(row.getString("fingerprint"));
    }

    private static Entry repeated(ResultSet row) throws SQLException {
        Instant at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new Entry.Repeated(row.getLong("sequence"), at, row.getDouble("score"));
    }

    private List<OutboxMessage> events(List<GradedAttempt> attempts, Map<UUID, Long> written, Instant now) {
        List<OutboxMessage> events = new ArrayList<>(written.size());
        for (GradedAttempt attempt : attempts) {
            @Nullable Long sequence = written.get(attempt.submission().attemptId());
            if (sequence != null) {
                events.add(event(attempt, sequence, now));
            }
        }
        return events;
    }

    private OutboxMessage event(GradedAttempt attempt, long sequence, Instant now) {
        Submission submission = attempt.submission();
        Question question = attempt.question();
        var recorded = new AttemptRecorded(
                submission.attemptId(),
                attempt.learner().value(),
                sequence,
                submission.questionId(),
                submission.questionVersion(),
                question.kind(),
                question.difficulty(),
                question.topics(),
                question.topicWeights(),
                attempt.grade().score(),
                attempt.grade().isCorrect(),
                attempt.grade().gradedBy().word(),
                submission.responseTimeMs(),
                submission.hintsUsed(),
                submission.selfRating(),
                submission.sessionId(),
                attempt.answeredAt(now),
                now,
                submission.certainty(),
                submission.simulated());
        var event =
                new CloudEvent(submission.attemptId().toString(), AttemptRecorded.TYPE, AttemptRecorded.SOURCE, now);
        try {
            return new OutboxMessage.Event(
                    topic, attempt.learner().toString(), event, json.writeValueAsString(recorded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Binds the attempts column by column, one array each. */
    private static final class Columns {

        private final PreparedStatement statement;
        private final List<GradedAttempt> attempts;
        private int count;

        Columns(PreparedStatement statement, List<GradedAttempt> attempts) {
            this.statement = statement;
            this.attempts = attempts;
        }

        void uuids(Function<GradedAttempt, @Nullable UUID> value) throws SQLException {
            add("uuid", UUID[]::new, value);
        }

        void texts(Function<GradedAttempt, String> value) throws SQLException {
            add("text", String[]::new, value);
        }

        void integers(Function<GradedAttempt, @Nullable Integer> value) throws SQLException {
            add("int4", Integer[]::new, value);
        }

        void longs(Function<GradedAttempt, @Nullable Long> value) throws SQLException {
            add("int8", Long[]::new, value);
        }

        void doubles(Function<GradedAttempt, @Nullable Double> value) throws SQLException {
            add("float8", Double[]::new, value);
        }

        void booleans(Function<GradedAttempt, Boolean> value) throws SQLException {
            add("bool", Boolean[]::new, value);
        }

        /** An array of the elements' own class, because the driver sends only such arrays in binary, and UUIDs never. */
        private <T> void add(String type, IntFunction<T[]> array, Function<GradedAttempt, @Nullable T> value)
                throws SQLException {
            T[] column = attempts.stream().map(value).toArray(array);
            statement.setArray(++count, statement.getConnection().createArrayOf(type, column));
        }

        int count() {
            return count;
        }
    }
}
