package dev.weakspot.recommendation.belief;

import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.recommendation.learner.LearnerId;
import java.time.Instant;

/**
 * A learner as last believed.
 *
 * @param sequence the last attempt that is applied; 0 when none is
 * @param answeredAt when that attempt was answered; the epoch when there is none
 * @param memory belongs to whoever holds the learner: learning moves it
 */
record Learner(LearnerId id, long sequence, Instant answeredAt, LearnerMemory memory) {

    /** Somebody of whom no attempt is applied. */
    static Learner unknown(LearnerId id) {
        return new Learner(id, 0, Instant.EPOCH, new LearnerMemory());
    }

    boolean hasSeen(NumberedAttempt attempt) {
        return attempt.sequence() <= sequence;
    }

    boolean isNext(NumberedAttempt attempt) {
        return attempt.sequence() == sequence + 1;
    }

    Learner after(NumberedAttempt attempt) {
        return new Learner(id, attempt.sequence(), attempt.attempt().answeredAt(), memory);
    }
}
