package dev.weakspot.recommendation.belief;

import dev.weakspot.model.bayes.LearnerState;
import dev.weakspot.recommendation.learner.LearnerId;
import java.time.Instant;

/**
 * A learner as last believed.
 *
 * @param sequence the last attempt that is applied; 0 when none is
 * @param answeredAt when that attempt was answered; the epoch when there is none
 */
record Learner(LearnerId id, long sequence, Instant answeredAt, LearnerState state) {

    /** Somebody of whom no attempt is applied. */
    static Learner unknown(LearnerId id, LearnerState state) {
        return new Learner(id, 0, Instant.EPOCH, state);
    }

    boolean hasSeen(NumberedAttempt attempt) {
        return attempt.sequence() <= sequence;
    }

    boolean isNext(NumberedAttempt attempt) {
        return attempt.sequence() == sequence + 1;
    }
}
