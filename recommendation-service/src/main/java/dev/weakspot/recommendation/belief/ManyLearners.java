package dev.weakspot.recommendation.belief;

import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.bayes.LearnerState;
import dev.weakspot.model.bayes.TopicBelief;
import dev.weakspot.recommendation.belief.Fold.Learned;
import dev.weakspot.recommendation.database.Rows;
import dev.weakspot.recommendation.database.Rows.ColumnType;
import dev.weakspot.recommendation.learner.LearnerId;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The learners of a batch, loaded and saved with one statement a table. Every method joins its caller's transaction. Rows go
 * in the order of their keys, so that neighbours in an index are written together.
 */
@Singleton
class ManyLearners {

    private static final String FIND_LEARNERS = "select * from learner where learner_id = any (?)";

    private static final String FIND_BELIEFS = "select * from belief where learner_id = any (?)";

    private static final String SAVE_LEARNERS = """
            insert into learner (learner_id, sequence, answered_at, mean, variance)
            select * from unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::float8[], ?::float8[])
                on conflict (learner_id) do update
               set sequence = excluded.sequence, answered_at = excluded.answered_at,
                   mean = excluded.mean, variance = excluded.variance
            """;

    private static final String SAVE_BELIEFS = """
            insert into belief (learner_id, topic, mean, variance, attempts, answered_at, mastery)
            select *
              from unnest(?::uuid[], ?::text[], ?::float8[], ?::float8[], ?::integer[], ?::timestamptz[], ?::float8[])
             order by 1, 2
                on conflict (learner_id, topic) do update
               set mean = excluded.mean, variance = excluded.variance, attempts = excluded.attempts,
                   answered_at = excluded.answered_at, mastery = excluded.mastery
            """;

    private static final String SAVE_QUESTIONS_SEEN = """
            insert into question_seen as seen (learner_id, question_id, attempts, last_score, last_sequence, last_at)
            select * from unnest(?::uuid[], ?::text[], ?::integer[], ?::float8[], ?::bigint[], ?::timestamptz[])
             order by 1, 2
                on conflict (learner_id, question_id) do update
               set attempts = seen.attempts + excluded.attempts, last_score = excluded.last_score,
                   last_sequence = excluded.last_sequence, last_at = excluded.last_at
            """;

    private static final String SAVE_PREDICTIONS = """
            insert into prediction (learner_id, sequence, attempt_id, question_id, predicted, score, model, answered_at)
            select *
              from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::float8[], ?::float8[], ?::text[],
                          ?::timestamptz[])
             order by 1, 2
            """;

    private final Rows rows;

    ManyLearners(Rows rows) {
        this.rows = rows;
    }

    List<Learner> find(Collection<LearnerId> ids) {
        Map<LearnerId, Map<TopicSlug, TopicBelief>> beliefs = new HashMap<>();
        rows.of(ids)
                .column(ColumnType.UUID, LearnerId::value)
                .read(FIND_BELIEFS, BELIEF)
                .forEach(row -> beliefs.computeIfAbsent(new LearnerId(row.learnerId()), _ -> new HashMap<>())
                        .put(new TopicSlug(row.topic()), row.toTopicBelief()));
        return rows.of(ids).column(ColumnType.UUID, LearnerId::value).read(FIND_LEARNERS, LEARNER).stream()
                .map(row -> {
                    LearnerId id = new LearnerId(row.learnerId());
                    LearnerState state = new LearnerState(row.general(), beliefs.getOrDefault(id, Map.of()));
                    return new Learner(id, row.sequence(), row.answeredAt(), state);
                })
                .toList();
    }

    void saveLearners(Collection<Learner> learners) {
        rows.of(learners)
                .column(ColumnType.UUID, learner -> learner.id().value())
                .column(ColumnType.BIGINT, Learner::sequence)
                .column(ColumnType.TEXT, learner -> learner.answeredAt().toString())
                .column(ColumnType.DOUBLE, learner -> learner.state().general().mean())
                .column(ColumnType.DOUBLE, learner -> learner.state().general().variance())
                .write(SAVE_LEARNERS);
    }

    void saveBeliefs(Collection<Believed> beliefs) {
        rows.of(beliefs)
                .column(ColumnType.UUID, believed -> believed.learner().id().value())
                .column(ColumnType.TEXT, believed -> believed.topic().value())
                .column(ColumnType.DOUBLE, believed -> believed.belief().level().mean())
                .column(ColumnType.DOUBLE, believed -> believed.belief().level().variance())
                .column(ColumnType.INTEGER, believed -> believed.belief().attempts())
                .column(
                        ColumnType.TEXT,
                        believed -> believed.belief().lastAnsweredAt().toString())
                .column(ColumnType.DOUBLE, believed -> believed.mastery().value())
                .write(SAVE_BELIEFS);
    }

    /** Adds to what was seen before: to be called once for each learned attempt. */
    void saveLearned(Collection<Learned> learned, String model) {
        rows.of(learned)
                .column(ColumnType.UUID, each -> each.attempt().learner().value())
                .column(ColumnType.BIGINT, each -> each.attempt().sequence())
                .column(ColumnType.UUID, each -> each.attempt().attemptId())
                .column(ColumnType.TEXT, each -> questionId(each.attempt()))
                .column(ColumnType.DOUBLE, Learned::predicted)
                .column(ColumnType.DOUBLE, each -> each.attempt().attempt().score())
                .column(ColumnType.TEXT, _ -> model)
                .column(
                        ColumnType.TEXT,
                        each -> each.attempt().attempt().answeredAt().toString())
                .write(SAVE_PREDICTIONS);
        saveQuestionsSeen(learned);
    }

    private void saveQuestionsSeen(Collection<Learned> learned) {
        Map<List<Object>, QuestionSeen> seen = new LinkedHashMap<>();
        for (Learned each : learned) {
            NumberedAttempt attempt = each.attempt();
            var newest = new QuestionSeen(
                    attempt.learner().value(),
                    questionId(attempt),
                    1,
                    attempt.attempt().score(),
                    attempt.sequence(),
                    attempt.attempt().answeredAt());
            seen.merge(List.of(newest.learnerId(), newest.questionId()), newest, QuestionSeen::followedBy);
        }
        rows.of(seen.values())
                .column(ColumnType.UUID, QuestionSeen::learnerId)
                .column(ColumnType.TEXT, QuestionSeen::questionId)
                .column(ColumnType.INTEGER, QuestionSeen::attempts)
                .column(ColumnType.DOUBLE, QuestionSeen::lastScore)
                .column(ColumnType.BIGINT, QuestionSeen::lastSequence)
                .column(ColumnType.TEXT, question -> question.lastAt().toString())
                .write(SAVE_QUESTIONS_SEEN);
    }

    private static String questionId(NumberedAttempt attempt) {
        return attempt.attempt().question().id().value();
    }

    private static final Rows.RowReader<LearnerRow> LEARNER = row -> new LearnerRow(
            row.getObject("learner_id", UUID.class),
            row.getLong("sequence"),
            row.getObject("answered_at", OffsetDateTime.class).toInstant(),
            row.getDouble("mean"),
            row.getDouble("variance"));

    private static final Rows.RowReader<BeliefRow> BELIEF = row -> new BeliefRow(
            row.getObject("learner_id", UUID.class),
            row.getString("topic"),
            row.getDouble("mean"),
            row.getDouble("variance"),
            row.getInt("attempts"),
            row.getObject("answered_at", OffsetDateTime.class).toInstant(),
            row.getDouble("mastery"));
}
