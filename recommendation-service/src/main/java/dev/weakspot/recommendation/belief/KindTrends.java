package dev.weakspot.recommendation.belief;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.weakspot.model.Kind;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import dev.weakspot.recommendation.catalog.Catalog;
import dev.weakspot.recommendation.learner.LearnerId;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Where learners are going on kinds of questions: worked out, when somebody asks, from what was expected of each attempt. Keeps what was
 * expected of those who ask often or did of late, and reads only what came after. Threads may share it.
 *
 * <p>Runs in nobody's transaction, and opens none.
 */
@Singleton
class KindTrends {

    /** The last few on a kind make up the trend; among so many are those on what a learner practises. */
    private static final int LATEST = 400;

    private static final String READ = """
            select question_id, predicted, score
              from prediction
             where learner_id = ? and sequence > ? and sequence <= ?
             order by sequence desc
             limit ?
            """;

    /** Twelve megabytes, about: of attempts, of which each takes 120 bytes. */
    private static final long MOST_KEPT = 100_000;

    private static final int SIZE_OF_ANYBODY = 20;

    private final DataSource database;
    private final Cache<LearnerId, Recent> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .<LearnerId, Recent>weigher(
                    (_, recent) -> SIZE_OF_ANYBODY + recent.outcomes().size())
            // Whoever keeps one more makes room for it: no other thread need be awake.
            .executor(Runnable::run)
            .build();

    KindTrends(DataSource database) {
        // Past the proxy, whose connections are those of the transaction that runs.
        this.database = DelegatingDataSource.unwrapDataSource(database);
    }

    /** A kind of question on a topic. */
    record OnKind(TopicSlug topic, Kind kind) {}

    /** An attempt: on what, what was expected of it, and what came. */
    private record Outcome(QuestionId question, double predicted, double score) {}

    /** What there was up to a sequence, the latest last. */
    private record Recent(long sequence, List<Outcome> outcomes) {

        static final Recent NOTHING = new Recent(0, List.of());
    }

    /** The learner's, up to the attempt that is known; nothing of kinds that they have not answered lately. */
    Map<OnKind, Trend> of(LearnerId learner, Knowledge knowledge) {
        // Not only later ones: what was erased, or learned anew, begins from 1.
        Recent known = Optional.ofNullable(kept.getIfPresent(learner))
                .filter(recent -> recent.sequence() <= knowledge.sequence())
                .orElse(Recent.NOTHING);
        Recent current =
                known.sequence() == knowledge.sequence() ? known : update(learner, known, knowledge.sequence());
        return trends(current.outcomes(), knowledge.catalog());
    }

    private Recent update(LearnerId learner, Recent known, long sequence) {
        List<Outcome> outcomes = new ArrayList<>(known.outcomes());
        outcomes.addAll(read(learner, known.sequence(), sequence));
        List<Outcome> latest = outcomes.subList(Math.max(0, outcomes.size() - LATEST), outcomes.size());
        Recent recent = new Recent(sequence, List.copyOf(latest));
        kept.put(learner, recent);
        return recent;
    }

    private static Map<OnKind, Trend> trends(List<Outcome> outcomes, Catalog catalog) {
        Map<OnKind, Trend> trends = new HashMap<>();
        for (Outcome outcome : outcomes) {
            catalog.findCandidate(outcome.question())
                    .ifPresent(published -> published.question().topics().forEach(topic -> {
                        var onKind = new OnKind(topic, published.kind());
                        Trend before = trends.getOrDefault(onKind, Trend.NONE);
                        trends.put(onKind, before.after(outcome.score(), outcome.predicted()));
                    }));
        }
        return trends;
    }

    /** The latest after {@code from} up to {@code to}, in their order. */
    private List<Outcome> read(LearnerId learner, long from, long to) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setObject(1, learner.value());
            statement.setLong(2, from);
            statement.setLong(3, to);
            statement.setInt(4, LATEST);
            try (ResultSet rows = statement.executeQuery()) {
                List<Outcome> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(new Outcome(
                            new QuestionId(rows.getString("question_id")),
                            rows.getDouble("predicted"),
                            rows.getDouble("score")));
                }
                return read.reversed();
            }
        } catch (SQLException e) {
            throw new DataAccessException("Cannot read what was expected of a learner", e);
        }
    }
}
