package dev.weakspot.recommendation.attempt;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.recommendation.Slugs;
import dev.weakspot.recommendation.belief.NumberedAttempt;
import dev.weakspot.recommendation.learner.LearnerId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of a message on {@code practice.attempts.v1}. Fields that it does not name are ignored. */
@Serdeable(naming = SnakeCaseStrategy.class)
record AttemptRecorded(
        UUID attemptId,
        UUID learnerId,
        long sequence,
        String questionId,
        double difficulty,
        List<String> topics,
        double score,
        Instant answeredAt,
        @Nullable Boolean simulated) {

    AttemptRecorded {
        Objects.requireNonNull(attemptId, "attempt_id");
        Objects.requireNonNull(learnerId, "learner_id");
        Objects.requireNonNull(questionId, "question_id");
        Objects.requireNonNull(answeredAt, "answered_at");
        topics = Slugs.checked(topics);
    }

    NumberedAttempt toNumberedAttempt() {
        Question question = new Question(
                new QuestionId(questionId), topics.stream().map(TopicSlug::new).toList(), difficulty);
        return new NumberedAttempt(
                new LearnerId(learnerId),
                sequence,
                attemptId,
                // What is kept in memory shall be what is read back, and the database keeps microseconds.
                new Attempt(question, score, answeredAt.truncatedTo(ChronoUnit.MICROS)),
                Boolean.TRUE.equals(simulated));
    }
}
