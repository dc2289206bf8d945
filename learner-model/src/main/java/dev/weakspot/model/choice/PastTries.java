package dev.weakspot.model.choice;

import dev.weakspot.model.review.Memory;
import dev.weakspot.model.review.Rating;
import java.time.Duration;
import java.time.Instant;

/**
 * A learner's attempts on one question.
 *
 * @param lastScore score of the newest
 * @param lastSequence which of the learner's attempts the newest was, counted from 1
 * @param memory what is left of it; means nothing when there was no attempt
 */
public record PastTries(int attempts, double lastScore, long lastSequence, Memory memory) {

    public static final PastTries NONE = new PastTries(0, 0, 0, Memory.first(Rating.AGAIN, Instant.EPOCH));

    /** Within it, a question that was answered right is not asked again. */
    private static final Duration SAME_DAY = Duration.ofDays(1);

    /** After one more. */
    public PastTries after(double score, long sequence, Instant at) {
        Rating rating = Rating.ofScore(score);
        return new PastTries(
                attempts + 1, score, sequence, isNone() ? Memory.first(rating, at) : memory.after(rating, at));
    }

    boolean isNone() {
        return attempts == 0;
    }

    boolean isFailedLast() {
        return attempts > 0 && lastScore < 1;
    }

    boolean isSettledFor(Instant now) {
        return attempts > 0 && lastScore >= 1 && daysSince(now) < SAME_DAY.toDays();
    }

    boolean isDueAt(Instant now) {
        return attempts > 0 && memory.isDueAt(now);
    }

    long daysSince(Instant now) {
        return Math.max(0, Duration.between(memory.answeredAt(), now).toDays());
    }
}
