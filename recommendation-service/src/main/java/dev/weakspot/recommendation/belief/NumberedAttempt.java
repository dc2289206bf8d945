package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Attempt;
import dev.weakspot.recommendation.learner.LearnerId;
import java.util.UUID;

/**
 * An attempt with its place among its learner's attempts.
 *
 * @param sequence 1, 2, 3 … per learner, without gaps
 * @param simulated whether no person made it: then it moves what we believe of its learner, and nothing that is everybody's
 */
public record NumberedAttempt(LearnerId learner, long sequence, UUID attemptId, Attempt attempt, boolean simulated) {

    /** An attempt that a person made. */
    public NumberedAttempt(LearnerId learner, long sequence, UUID attemptId, Attempt attempt) {
        this(learner, sequence, attemptId, attempt, false);
    }

    public NumberedAttempt {
        if (sequence < 1) {
            throw new IllegalArgumentException("Attempts are numbered from 1 on, and this is " + sequence + ".");
        }
    }
}
