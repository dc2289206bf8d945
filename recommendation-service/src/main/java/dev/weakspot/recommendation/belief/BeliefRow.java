package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Trend;
import dev.weakspot.recommendation.database.Rows.RowReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * How well a learner does on a topic, as last published.
 *
 * @param surprise how much better than expected they have done lately
 */
record BeliefRow(
        UUID learnerId,
        String topic,
        int attempts,
        Instant answeredAt,
        double mastery,
        double low,
        double high,
        double surprise) {

    static final RowReader<BeliefRow> ROW = row -> new BeliefRow(
            row.getObject("learner_id", UUID.class),
            row.getString("topic"),
            row.getInt("attempts"),
            row.getObject("answered_at", OffsetDateTime.class).toInstant(),
            row.getDouble("mastery"),
            row.getDouble("low"),
            row.getDouble("high"),
            row.getDouble("surprise"));

    static BeliefRow of(Believed believed) {
        return new BeliefRow(
                believed.learner().id().value(),
                believed.topic().value(),
                believed.attempts(),
                believed.answeredAt(),
                believed.mastery().value(),
                believed.mastery().low(),
                believed.mastery().high(),
                believed.trend().surprise());
    }

    Trend trend() {
        return new Trend(surprise, attempts);
    }
}
