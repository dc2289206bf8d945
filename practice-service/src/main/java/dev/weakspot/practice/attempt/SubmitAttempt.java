package dev.weakspot.practice.attempt;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.weakspot.practice.Fingerprint;
import dev.weakspot.practice.grading.Grade;
import dev.weakspot.practice.grading.Misfit;
import dev.weakspot.practice.learner.LearnerId;
import dev.weakspot.practice.question.Question;
import dev.weakspot.practice.question.QuestionVersion;
import dev.weakspot.practice.question.Questions;
import dev.weakspot.practice.question.UnknownQuestion;
import dev.weakspot.practice.session.FindObstacle;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Takes an answer: grades it and commits the attempt with its event. Never blocks the caller.
 *
 * <p>Submitting the same again gets the first answer again, also when the question was withdrawn in between.
 */
@Singleton
class SubmitAttempt {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    /** Attempts that were made long ago may be brought in, but nobody answered questions here before computers did. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private final Questions questions;
    private final AttemptQueue queue;
    private final Attempts attempts;
    private final FindObstacle findObstacle;
    private final JsonMapper json;
    private final Clock clock;
    private final Executor blocking;

    SubmitAttempt(
            Questions questions,
            AttemptQueue queue,
            Attempts attempts,
            FindObstacle findObstacle,
            JsonMapper json,
            Clock clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.blocking = blocking;
        this.questions = questions;
        this.queue = queue;
        this.attempts = attempts;
        this.findObstacle = findObstacle;
        this.json = json;
        this.clock = clock;
    }

    /** Completes after the commit; exceptionally with a refusal. */
    CompletionStage<Submitted> submit(LearnerId learner, Submission submission) {
        refuseImpossibleTime(submission);
        var version = new QuestionVersion(submission.questionId(), submission.questionVersion());
        return questions.find(version).thenCompose(found -> {
            Question question = found.orElseThrow(() -> new UnknownQuestion(version));
            GradedAttempt attempt = grade(learner, submission, question);
            return question.withdrawn() ? repeatOnly(attempt) : enter(attempt);
        });
    }

    private CompletionStage<Submitted> enter(GradedAttempt attempt) {
        return queue.put(attempt).thenCompose(entry -> answer(attempt, entry));
    }

    /** A withdrawn question takes no new attempts, but an attempt made before still gets its answer again. */
    private CompletionStage<Submitted> repeatOnly(GradedAttempt attempt) {
        return CompletableFuture.supplyAsync(
                        () -> attempts.existsByAttemptId(attempt.submission().attemptId()), blocking)
                .thenCompose(exists -> {
                    if (!exists) {
                        throw new WithdrawnQuestion(attempt.submission().questionId());
                    }
                    return enter(attempt);
                });
    }

    private void refuseImpossibleTime(Submission submission) {
        @Nullable Instant answered = submission.answeredAt();
        Instant latest = clock.instant().plus(CLOCK_TOLERANCE);
        if (answered != null && (answered.isBefore(EARLIEST) || answered.isAfter(latest))) {
            throw new ImpossibleTime(EARLIEST, latest);
        }
    }

    private GradedAttempt grade(LearnerId learner, Submission submission, Question question) {
        Grade grade =
                switch (question.key().grade(submission.answer().toAnswer())) {
                    case Grade given -> given;
                    case Misfit misfit -> throw new AnswerDoesNotFit(misfit);
                };
        try {
            return new GradedAttempt(
                    learner,
                    submission,
                    question,
                    grade,
                    json.writeValueAsString(submission.answer()),
                    Fingerprint.of(json, submission));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletionStage<Submitted> answer(GradedAttempt attempt, Entry entry) {
        return switch (entry) {
            case Entry.Written(long sequence, Instant at) -> {
                double score = attempt.grade().score();
                yield completedFuture(new Submitted(AttemptResult.of(attempt, sequence, at, score), true));
            }
            case Entry.Repeated(long sequence, Instant at, double score) ->
                completedFuture(new Submitted(AttemptResult.of(attempt, sequence, at, score), false));
            case Entry.Taken() -> throw new AttemptIdTaken(attempt.submission().attemptId());
            case Entry.Outside() -> refuse(attempt);
        };
    }

    /** Looks for the reason aside: the writer has no time for attempts that are not entered. */
    private CompletionStage<Submitted> refuse(GradedAttempt attempt) {
        Submission submission = attempt.submission();
        UUID session = requireNonNull(submission.sessionId());
        return CompletableFuture.supplyAsync(
                () -> {
                    throw findObstacle.find(
                            attempt.learner(),
                            session,
                            submission.attemptId(),
                            attempt.question().id());
                },
                blocking);
    }
}
