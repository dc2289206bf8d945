package dev.weakspot.practice.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.weakspot.practice.grading.Grade;
import dev.weakspot.practice.grading.Remark;
import dev.weakspot.practice.question.Question;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the learner gets back: the grade, why, and the attempt's number.
 *
 * @param sequence the learner's count of attempts, this one included; recommendations can be asked to know of it
 * @param score 0 is wrong, 1 is right
 * @param gradedBy {@code answer-key} or {@code learner}
 * @param feedback on each part of the answer; of things to put in order, in the right order
 * @param explanation in Markdown
 * @param howToAnswer advice on answering such a question, in Markdown; may be absent
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record AttemptResult(
        UUID attemptId,
        long sequence,
        String questionId,
        int questionVersion,
        double score,
        boolean correct,
        String gradedBy,
        List<Feedback> feedback,
        String explanation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String howToAnswer,
        Instant answeredAt,
        Instant recordedAt) {

    /**
     * A remark on one part of the answer.
     *
     * @param about a choice's or an item's letter, a criterion's name, {@code line 2}, {@code answer} for all of it, or {@code accepted}
     *     for a term that would have been right
     * @param right whether this part is right, at its place, or met
     * @param text why, in Markdown; may be empty; of {@code accepted} the term itself
     */
    @Serdeable
    record Feedback(String about, boolean right, String text) {
        static Feedback of(Remark remark) {
            return new Feedback(remark.about(), remark.right(), remark.text());
        }
    }

    static AttemptResult of(GradedAttempt attempt, long sequence, Instant recordedAt, double score) {
        Grade grade = attempt.grade();
        Question question = attempt.question();
        return new AttemptResult(
                attempt.submission().attemptId(),
                sequence,
                question.id().question(),
                question.id().version(),
                score,
                Grade.isCorrect(score),
                grade.gradedBy().word(),
                grade.remarks().stream().map(Feedback::of).toList(),
                question.explanation(),
                question.howToAnswer(),
                attempt.answeredAt(recordedAt),
                recordedAt);
    }
}
