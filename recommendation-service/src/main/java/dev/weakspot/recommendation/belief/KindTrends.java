package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Kind;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import dev.weakspot.recommendation.catalog.CatalogQuestion;
import dev.weakspot.recommendation.database.Rows;
import dev.weakspot.recommendation.database.Rows.ColumnType;
import dev.weakspot.recommendation.learner.LearnerId;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where learners are going on kinds of questions: worked out, when somebody asks, from what was expected of each attempt. */
@Singleton
class KindTrends {

    /** The last few on a kind make up the trend; among so many are those on what a learner practises. */
    private static final String LATEST = """
            select question_id, predicted, score
              from unnest(?::uuid[], ?::bigint[]) as wanted (learner_id, newest)
              join lateral (select * from prediction
                             where prediction.learner_id = wanted.learner_id and sequence <= newest
                             order by sequence desc limit 400) as latest on true
             order by sequence
            """;

    private final Rows rows;

    KindTrends(Rows rows) {
        this.rows = rows;
    }

    /** A kind of question on a topic. */
    record OnKind(TopicSlug topic, Kind kind) {}

    private record Outcome(QuestionId question, double predicted, double score) {}

    /** The learner's, up to the attempt that is known; nothing of kinds that they have not answered lately. */
    @ReadOnly
    Map<OnKind, Trend> of(LearnerId learner, Knowledge knowledge) {
        List<Outcome> outcomes = rows.of(List.of(learner))
                .column(ColumnType.UUID, LearnerId::value)
                .column(ColumnType.BIGINT, _ -> knowledge.sequence())
                .read(
                        LATEST,
                        row -> new Outcome(
                                new QuestionId(row.getString("question_id")),
                                row.getDouble("predicted"),
                                row.getDouble("score")));
        Map<OnKind, Trend> trends = new HashMap<>();
        for (Outcome outcome : outcomes) {
            Optional<CatalogQuestion> published = knowledge.catalog().findQuestion(outcome.question());
            published.ifPresent(question -> question.toQuestion().topics().forEach(topic -> {
                var onKind = new OnKind(topic, new Kind(question.kind()));
                Trend before = trends.getOrDefault(onKind, Trend.NONE);
                trends.put(onKind, before.after(outcome.score(), outcome.predicted()));
            }));
        }
        return trends;
    }
}
