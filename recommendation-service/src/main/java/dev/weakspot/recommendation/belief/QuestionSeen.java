package dev.weakspot.recommendation.belief;

import dev.weakspot.model.QuestionId;
import dev.weakspot.model.choice.PastTries;
import dev.weakspot.model.review.Memory;
import dev.weakspot.recommendation.database.Rows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * How often a learner has answered a question, how it went last time, and what is left of it in their memory. As stored.
 *
 * @param lastAt when it was last answered; of attempts that came with a time before an earlier one's, that earlier one
 */
record QuestionSeen(
        UUID learnerId,
        String questionId,
        int attempts,
        double lastScore,
        long lastSequence,
        Instant lastAt,
        double stability,
        double difficulty) {

    static final Rows.RowReader<QuestionSeen> ROW = row -> new QuestionSeen(
            row.getObject("learner_id", UUID.class),
            row.getString("question_id"),
            row.getInt("attempts"),
            row.getDouble("last_score"),
            row.getLong("last_sequence"),
            row.getObject("last_at", OffsetDateTime.class).toInstant(),
            row.getDouble("stability"),
            row.getDouble("difficulty"));

    static QuestionSeen of(NumberedAttempt attempt, PastTries tries) {
        Memory memory = tries.memory();
        return new QuestionSeen(
                attempt.learner().value(),
                attempt.attempt().question().id().value(),
                tries.attempts(),
                tries.lastScore(),
                tries.lastSequence(),
                memory.answeredAt(),
                memory.stability(),
                memory.difficulty());
    }

    QuestionId question() {
        return new QuestionId(questionId);
    }

    PastTries tries() {
        return new PastTries(attempts, lastScore, lastSequence, new Memory(stability, difficulty, lastAt));
    }
}
