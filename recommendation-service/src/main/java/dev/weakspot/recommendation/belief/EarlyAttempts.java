package dev.weakspot.recommendation.belief;

import static java.util.stream.Collectors.joining;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.recommendation.database.Rows;
import dev.weakspot.recommendation.database.Rows.ColumnType;
import dev.weakspot.recommendation.learner.LearnerId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Attempts that came while one before them is missing. Every method joins its caller's transaction. */
@Singleton
class EarlyAttempts {

    private static final String FIND = "select * from early_attempt where learner_id = any (?) order by sequence";

    private static final String HOLD = """
            insert into early_attempt (learner_id, sequence, attempt_id, question_id, difficulty, topics, score, answered_at, simulated)
            select learner_id, sequence, attempt_id, question_id, difficulty, topics::text[], score, answered_at, simulated
              from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::float8[], ?::text[], ?::float8[], ?::timestamptz[], ?::boolean[])
                   as held (learner_id, sequence, attempt_id, question_id, difficulty, topics, score, answered_at, simulated)
                on conflict do nothing
            """;

    private static final String RELEASE = """
            delete from early_attempt
             using unnest(?::uuid[], ?::bigint[]) as applied (learner_id, sequence)
             where early_attempt.learner_id = applied.learner_id and early_attempt.sequence = applied.sequence
            """;

    private final Rows rows;

    EarlyAttempts(Rows rows) {
        this.rows = rows;
    }

    /** What is held for these learners, in order. */
    List<NumberedAttempt> find(Collection<LearnerId> learners) {
        return rows.of(learners).column(ColumnType.UUID, LearnerId::value).read(FIND, EarlyAttempts::attempt);
    }

    void hold(Collection<NumberedAttempt> early) {
        rows.of(early)
                .column(ColumnType.UUID, held -> held.learner().value())
                .column(ColumnType.BIGINT, NumberedAttempt::sequence)
                .column(ColumnType.UUID, NumberedAttempt::attemptId)
                .column(ColumnType.TEXT, held -> held.attempt().question().id().value())
                .column(ColumnType.DOUBLE, held -> held.attempt().question().difficulty())
                .column(ColumnType.TEXT, EarlyAttempts::topics)
                .column(ColumnType.DOUBLE, held -> held.attempt().score())
                .column(ColumnType.TEXT, held -> held.attempt().answeredAt().toString())
                .column(ColumnType.BOOLEAN, NumberedAttempt::simulated)
                .write(HOLD);
    }

    void release(Collection<NumberedAttempt> applied) {
        rows.of(applied)
                .column(ColumnType.UUID, released -> released.learner().value())
                .column(ColumnType.BIGINT, NumberedAttempt::sequence)
                .write(RELEASE);
    }

    /** A slug holds nothing that an array literal would need to quote; unnest would flatten an array of arrays. */
    private static String topics(NumberedAttempt held) {
        return held.attempt().question().topics().stream().map(TopicSlug::value).collect(joining(",", "{", "}"));
    }

    private static NumberedAttempt attempt(ResultSet row) throws SQLException {
        List<TopicSlug> topics = Stream.of((String[]) row.getArray("topics").getArray())
                .map(TopicSlug::new)
                .toList();
        Question question =
                new Question(new QuestionId(row.getString("question_id")), topics, row.getDouble("difficulty"));
        Attempt attempt = new Attempt(
                question,
                row.getDouble("score"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
        return new NumberedAttempt(
                new LearnerId(row.getObject("learner_id", UUID.class)),
                row.getLong("sequence"),
                row.getObject("attempt_id", UUID.class),
                attempt,
                row.getBoolean("simulated"));
    }
}
