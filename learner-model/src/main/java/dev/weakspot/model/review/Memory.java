package dev.weakspot.model.review;

import java.time.Duration;
import java.time.Instant;

/**
 * What is left in somebody's memory of one question.
 *
 * @param stability after so many days the chance to recall it has fallen to 90 %
 * @param difficulty how hard it is to make it stick, from 1 to 10
 * @param answeredAt when it was last answered
 */
public record Memory(double stability, double difficulty, Instant answeredAt) {

    /** Due when the chance to recall has fallen so far. */
    public static final double DESIRED_RECALL = .9;

    public Memory {
        if (!(stability > 0) || !(difficulty >= 1 && difficulty <= 10)) {
            throw new IllegalArgumentException(
                    "Not a memory: stability " + stability + ", difficulty " + difficulty + ".");
        }
    }

    /** After the first answer. */
    public static Memory first(Rating rating, Instant answeredAt) {
        return new Memory(Fsrs.firstStability(rating), Fsrs.firstDifficulty(rating), answeredAt);
    }

    /** After one more answer. An answer that comes late, with a time before the last one's, counts as given on the same day. */
    public Memory after(Rating rating, Instant at) {
        long days = daysUntil(at);
        double next = days == 0
                ? Fsrs.stabilityAfterSameDay(stability, rating)
                : Fsrs.stabilityAfter(stability, difficulty, Fsrs.recall(days, stability), rating);
        return new Memory(next, Fsrs.difficultyAfter(difficulty, rating), at.isAfter(answeredAt) ? at : answeredAt);
    }

    /** The chance to recall it then. Falls day by day, not within a day. */
    public double recallAt(Instant at) {
        return Fsrs.recall(daysUntil(at), stability);
    }

    /** When a review is worth most: not so early that it is wasted, not so late that it is forgotten. A day away at least. */
    public Instant dueAt() {
        return answeredAt.plus(Duration.ofDays(Fsrs.interval(stability, DESIRED_RECALL)));
    }

    public boolean isDueAt(Instant at) {
        return !dueAt().isAfter(at);
    }

    private long daysUntil(Instant at) {
        return Math.max(0, Duration.between(answeredAt, at).toDays());
    }
}
