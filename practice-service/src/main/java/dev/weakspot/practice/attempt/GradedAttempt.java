package dev.weakspot.practice.attempt;

import dev.weakspot.practice.Fingerprint;
import dev.weakspot.practice.grading.Grade;
import dev.weakspot.practice.learner.LearnerId;
import dev.weakspot.practice.question.Question;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that is graded and waits to be committed.
 *
 * @param answerJson the answer as it is stored
 * @param fingerprint tells a retry of this submission from another one under the same attempt id
 */
record GradedAttempt(
        LearnerId learner,
        Submission submission,
        Question question,
        Grade grade,
        String answerJson,
        Fingerprint fingerprint) {

    /** When it was answered, as far as the client said so; else now. */
    Instant answeredAt(Instant now) {
        @Nullable Instant said = submission.answeredAt();
        return said == null ? now : said.truncatedTo(ChronoUnit.MICROS);
    }
}
