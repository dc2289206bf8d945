package dev.weakspot.recommendation.belief;

import static java.util.stream.Collectors.toSet;

import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import dev.weakspot.model.choice.PastTries;
import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.recommendation.belief.Fold.Learned;
import dev.weakspot.recommendation.database.Rows;
import dev.weakspot.recommendation.database.Rows.ColumnType;
import dev.weakspot.recommendation.learner.LearnerId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The learners of a batch, loaded with one statement a table, and saved all at once. Every method joins its caller's
 * transaction. Rows go in the order of their keys, so that neighbours in an index are written together.
 */
@Singleton
class ManyLearners {

    private static final String FIND_LEARNERS = "select * from learner where learner_id = any (?)";

    private static final String FIND_SHADOWS =
            "select learner_id, memory from shadow_memory where learner_id = any (?) and model = any (?)";

    private static final String SAVE_LEARNERS = """
            insert into learner (learner_id, sequence, answered_at, memory)
            select * from unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::bytea[]) order by 1
                on conflict (learner_id) do update
               set sequence = excluded.sequence, answered_at = excluded.answered_at, memory = excluded.memory
            """;

    private static final String SAVE_SHADOWS = """
            insert into shadow_memory (model, learner_id, memory)
            select * from unnest(?::text[], ?::uuid[], ?::bytea[]) order by 1, 2
                on conflict (model, learner_id) do update set memory = excluded.memory
            """;

    private static final String SAVE_BELIEFS = """
            insert into belief (learner_id, topic, attempts, answered_at, mastery, low, high, surprise)
            select *
              from unnest(?::uuid[], ?::text[], ?::integer[], ?::timestamptz[], ?::float8[], ?::float8[], ?::float8[],
                          ?::float8[])
             order by 1, 2
                on conflict (learner_id, topic) do update
               set attempts = excluded.attempts, answered_at = excluded.answered_at,
                   mastery = excluded.mastery, low = excluded.low, high = excluded.high, surprise = excluded.surprise
            """;

    private static final String FIND_TRENDS = """
            select learner_id, topic, surprise, attempts
              from belief
              join unnest(?::uuid[], ?::text[]) as wanted (learner_id, topic) using (learner_id, topic)
            """;

    private static final String FIND_QUESTIONS_SEEN = """
            select seen.*
              from question_seen as seen
              join unnest(?::uuid[], ?::text[]) as wanted (learner_id, question_id) using (learner_id, question_id)
            """;

    private static final String SAVE_QUESTIONS_SEEN = """
            insert into question_seen
                   (learner_id, question_id, attempts, last_score, last_sequence, last_at, stability, difficulty)
            select *
              from unnest(?::uuid[], ?::text[], ?::integer[], ?::float8[], ?::bigint[], ?::timestamptz[], ?::float8[],
                          ?::float8[])
             order by 1, 2
                on conflict (learner_id, question_id) do update
               set attempts = excluded.attempts, last_score = excluded.last_score,
                   last_sequence = excluded.last_sequence, last_at = excluded.last_at,
                   stability = excluded.stability, difficulty = excluded.difficulty
            """;

    private static final String SAVE_PREDICTIONS = """
            insert into prediction (learner_id, sequence, attempt_id, question_id, predicted, score, model, answered_at, simulated)
            select *
              from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::float8[], ?::float8[], ?::text[],
                          ?::timestamptz[], ?::boolean[])
             order by 1, 2
            """;

    private final Rows rows;

    ManyLearners(Rows rows) {
        this.rows = rows;
    }

    List<Learner> find(Collection<LearnerId> ids) {
        return rows.of(ids).column(ColumnType.UUID, LearnerId::value).read(FIND_LEARNERS, LEARNER).stream()
                .map(LearnerRow::toLearner)
                .toList();
    }

    /**
     * What has become of these learners, what we believe of them now, and what we learned from, in the order in which we did. Returns what has
     * become of the questions that they have seen.
     */
    Collection<QuestionSeen> save(
            Collection<Learner> learners, Collection<BeliefRow> beliefs, Collection<Learned> learned) {
        Map<OnQuestion, PastTries> before = findTries(
                learned.stream().map(each -> OnQuestion.of(each.attempt())).collect(toSet()));
        Collection<QuestionSeen> seen = after(before, learned);
        rows.write(List.of(changed(learners), published(beliefs), predicted(learned), seen(seen)));
        return seen;
    }

    private Rows.Change changed(Collection<Learner> learners) {
        return rows.of(learners)
                .column(ColumnType.UUID, learner -> learner.id().value())
                .column(ColumnType.BIGINT, Learner::sequence)
                .column(ColumnType.TEXT, learner -> learner.answeredAt().toString())
                .column(ColumnType.BYTES, learner -> learner.memory().toBytes())
                .change(SAVE_LEARNERS);
    }

    /** What a model that learns beside ours remembers of each of these learners; nothing of those it has not met. */
    Map<LearnerId, LearnerMemory> findShadows(String model, Collection<LearnerId> ids) {
        Map<LearnerId, LearnerMemory> memories = new HashMap<>();
        rows.of(ids)
                .column(ColumnType.UUID, LearnerId::value)
                .column(ColumnType.TEXT, _ -> model)
                .read(
                        FIND_SHADOWS,
                        row -> memories.put(
                                new LearnerId(row.getObject("learner_id", UUID.class)),
                                LearnerMemory.of(row.getBytes("memory"))));
        return memories;
    }

    void saveShadows(String model, Map<LearnerId, LearnerMemory> memories) {
        rows.of(memories.entrySet())
                .column(ColumnType.TEXT, _ -> model)
                .column(ColumnType.UUID, entry -> entry.getKey().value())
                .column(ColumnType.BYTES, entry -> entry.getValue().toBytes())
                .write(SAVE_SHADOWS);
    }

    private Rows.Change published(Collection<BeliefRow> beliefs) {
        return rows.of(beliefs)
                .column(ColumnType.UUID, BeliefRow::learnerId)
                .column(ColumnType.TEXT, BeliefRow::topic)
                .column(ColumnType.INTEGER, BeliefRow::attempts)
                .column(ColumnType.TEXT, belief -> belief.answeredAt().toString())
                .column(ColumnType.DOUBLE, BeliefRow::mastery)
                .column(ColumnType.DOUBLE, BeliefRow::low)
                .column(ColumnType.DOUBLE, BeliefRow::high)
                .column(ColumnType.DOUBLE, BeliefRow::surprise)
                .change(SAVE_BELIEFS);
    }

    private Rows.Change predicted(Collection<Learned> learned) {
        return rows.of(learned)
                .column(ColumnType.UUID, each -> each.attempt().learner().value())
                .column(ColumnType.BIGINT, each -> each.attempt().sequence())
                .column(ColumnType.UUID, each -> each.attempt().attemptId())
                .column(ColumnType.TEXT, each -> questionId(each.attempt()))
                .column(ColumnType.DOUBLE, Learned::predicted)
                .column(ColumnType.DOUBLE, each -> each.attempt().attempt().score())
                .column(ColumnType.TEXT, each -> each.model().toString())
                .column(
                        ColumnType.TEXT,
                        each -> each.attempt().attempt().answeredAt().toString())
                .column(ColumnType.BOOLEAN, each -> each.attempt().simulated())
                .change(SAVE_PREDICTIONS);
    }

    /** A learner and a topic. */
    record OnTopic(LearnerId learner, TopicSlug topic) {}

    /** Where learners have been going on topics; nothing of those they have not answered on. */
    Map<OnTopic, Trend> findTrends(Collection<OnTopic> wanted) {
        Map<OnTopic, Trend> trends = new HashMap<>();
        rows.of(wanted)
                .column(ColumnType.UUID, each -> each.learner().value())
                .column(ColumnType.TEXT, each -> each.topic().value())
                .read(
                        FIND_TRENDS,
                        row -> trends.put(
                                new OnTopic(learnerId(row), new TopicSlug(row.getString("topic"))),
                                new Trend(row.getDouble("surprise"), row.getInt("attempts"))));
        return trends;
    }

    private record OnQuestion(LearnerId learner, QuestionId question) {

        static OnQuestion of(NumberedAttempt attempt) {
            return new OnQuestion(
                    attempt.learner(), attempt.attempt().question().id());
        }
    }

    private static Collection<QuestionSeen> after(Map<OnQuestion, PastTries> before, Collection<Learned> learned) {
        Map<OnQuestion, PastTries> tries = new HashMap<>(before);
        Map<OnQuestion, QuestionSeen> seen = new LinkedHashMap<>();
        for (Learned each : learned) {
            NumberedAttempt attempt = each.attempt();
            OnQuestion question = OnQuestion.of(attempt);
            PastTries after = tries.getOrDefault(question, PastTries.NONE)
                    .after(
                            attempt.attempt().score(),
                            attempt.sequence(),
                            attempt.attempt().answeredAt());
            tries.put(question, after);
            seen.put(question, QuestionSeen.of(attempt, after));
        }
        return seen.values();
    }

    private Rows.Change seen(Collection<QuestionSeen> questions) {
        return rows.of(questions)
                .column(ColumnType.UUID, QuestionSeen::learnerId)
                .column(ColumnType.TEXT, QuestionSeen::questionId)
                .column(ColumnType.INTEGER, QuestionSeen::attempts)
                .column(ColumnType.DOUBLE, QuestionSeen::lastScore)
                .column(ColumnType.BIGINT, QuestionSeen::lastSequence)
                .column(ColumnType.TEXT, question -> question.lastAt().toString())
                .column(ColumnType.DOUBLE, QuestionSeen::stability)
                .column(ColumnType.DOUBLE, QuestionSeen::difficulty)
                .change(SAVE_QUESTIONS_SEEN);
    }

    private Map<OnQuestion, PastTries> findTries(Collection<OnQuestion> wanted) {
        Map<OnQuestion, PastTries> tries = new HashMap<>();
        rows.of(wanted)
                .column(ColumnType.UUID, each -> each.learner().value())
                .column(ColumnType.TEXT, each -> each.question().value())
                .read(FIND_QUESTIONS_SEEN, QuestionSeen.ROW)
                .forEach(row -> tries.put(new OnQuestion(new LearnerId(row.learnerId()), row.question()), row.tries()));
        return tries;
    }

    private static LearnerId learnerId(ResultSet row) throws SQLException {
        return new LearnerId(row.getObject("learner_id", UUID.class));
    }

    private static String questionId(NumberedAttempt attempt) {
        return attempt.attempt().question().id().value();
    }

    private static final Rows.RowReader<LearnerRow> LEARNER = row -> new LearnerRow(
            row.getObject("learner_id", UUID.class),
            row.getLong("sequence"),
            row.getObject("answered_at", OffsetDateTime.class).toInstant(),
            row.getBytes("memory"));
}
