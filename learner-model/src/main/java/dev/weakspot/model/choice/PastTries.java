package dev.weakspot.model.choice;

/**
 * A learner's attempts on one question.
 *
 * @param lastScore score of the newest
 * @param lastSequence which of the learner's attempts the newest was, counted from 1
 */
public record PastTries(int attempts, double lastScore, long lastSequence) {

    public static final PastTries NONE = new PastTries(0, 0, 0);

    boolean isNone() {
        return attempts == 0;
    }

    boolean isFailedLast() {
        return attempts > 0 && lastScore < 1;
    }
}
