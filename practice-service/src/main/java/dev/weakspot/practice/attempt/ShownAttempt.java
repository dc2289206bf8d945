package dev.weakspot.practice.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.weakspot.practice.attempt.AttemptResult.Feedback;
import dev.weakspot.practice.grading.Remark;
import dev.weakspot.practice.question.Question;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recorded attempt: what was answered and what was said to it.
 *
 * @param feedback on each part of the answer; of things to put in order, in the right order
 * @param explanation in Markdown
 * @param howToAnswer advice on answering such a question, in Markdown; may be absent
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ShownAttempt(
        UUID attemptId,
        long sequence,
        String questionId,
        int questionVersion,
        String questionKind,
        List<String> topics,
        AnswerBody answer,
        double score,
        boolean correct,
        String gradedBy,
        List<Feedback> feedback,
        String explanation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String howToAnswer,
        @Nullable Long responseTimeMs,
        int hintsUsed,
        @Nullable Integer selfRating,
        @Nullable UUID sessionId,
        Instant answeredAt,
        Instant recordedAt,
        @Nullable Double certainty,
        boolean simulated) {

    static ShownAttempt of(Attempt attempt, Question question, List<Remark> remarks) {
        return new ShownAttempt(
                attempt.attemptId(),
                attempt.sequence(),
                attempt.questionId(),
                attempt.questionVersion(),
                attempt.questionKind(),
                attempt.topics(),
                attempt.answer(),
                attempt.score(),
                attempt.correct(),
                attempt.gradedBy(),
                remarks.stream().map(Feedback::of).toList(),
                question.explanation(),
                question.howToAnswer(),
                attempt.responseTimeMs(),
                attempt.hintsUsed(),
                attempt.selfRating(),
                attempt.sessionId(),
                attempt.answeredAt(),
                attempt.recordedAt(),
                attempt.certainty(),
                attempt.simulated());
    }
}
