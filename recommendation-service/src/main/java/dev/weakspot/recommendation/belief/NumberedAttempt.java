package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Attempt;
import dev.weakspot.recommendation.learner.LearnerId;
import java.util.UUID;

/**
 * An attempt with its place among its learner's attempts.
 *
 * @param sequence 1, 2, 3 … per learner, without gaps
 */
public record NumberedAttempt(LearnerId learner, long sequence, UUID attemptId, Attempt attempt) {

    public NumberedAttempt {
        if (sequence < 1) {
            throw new IllegalArgumentException("Attempts are numbered from 1 on, and this is " + sequence + ".");
        }
    }
}
