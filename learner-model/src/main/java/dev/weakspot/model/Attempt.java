package dev.weakspot.model;

import java.time.Instant;

/**
 * One graded answer of one learner.
 *
 * @param score from 0, wrong, to 1, right; a self-graded answer may lie between
 * @param answeredAt {@link #UNDATED} when nobody noted it, as in data sets that have only an order
 */
public record Attempt(Question question, double score, Instant answeredAt) {

    public static final Instant UNDATED = Instant.EPOCH;

    public Attempt {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score lies in [0, 1], and this is " + score + ".");
        }
    }

    public boolean isDated() {
        return !answeredAt.equals(UNDATED);
    }
}
