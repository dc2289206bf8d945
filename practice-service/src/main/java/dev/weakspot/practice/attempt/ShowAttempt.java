package dev.weakspot.practice.attempt;

import dev.weakspot.practice.grading.Grade;
import dev.weakspot.practice.grading.Misfit;
import dev.weakspot.practice.grading.Remark;
import dev.weakspot.practice.learner.LearnerId;
import dev.weakspot.practice.question.Question;
import dev.weakspot.practice.question.QuestionVersion;
import dev.weakspot.practice.question.Questions;
import dev.weakspot.practice.question.UnknownQuestion;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * Shows an attempt again with all that its learner was told. The score is the recorded one; the remarks are made anew from
 * the version that was asked, which never changes.
 */
@Singleton
class ShowAttempt {

    private final Attempts attempts;
    private final Questions questions;

    ShowAttempt(Attempts attempts, Questions questions) {
        this.attempts = attempts;
        this.questions = questions;
    }

    /** Completes with the attempt; exceptionally with {@link UnknownAttempt} when it is not the learner's. */
    CompletionStage<ShownAttempt> show(LearnerId learner, UUID id) {
        Attempt attempt = attempts.find(id, learner.value()).orElseThrow(() -> new UnknownAttempt(id));
        var version = new QuestionVersion(attempt.questionId(), attempt.questionVersion());
        return questions.find(version).thenApply(found -> {
            Question question = found.orElseThrow(() -> new UnknownQuestion(version));
            return ShownAttempt.of(attempt, question, remarks(attempt, question));
        });
    }

    /** None when the rules of grading have changed since and do not take such an answer any more. */
    private static List<Remark> remarks(Attempt attempt, Question question) {
        return switch (question.key().grade(attempt.answer().toAnswer())) {
            case Grade grade -> grade.remarks();
            case Misfit _ -> List.of();
        };
    }
}
