package dev.weakspot.practice.attempt;

import java.time.Instant;

/** What the ledger says to an attempt that is entered. */
sealed interface Entry {

    /** It is committed now, as the learner's attempt number {@code sequence}. */
    record Written(long sequence, Instant recordedAt) implements Entry {}

    /** It had been committed before, with this score: the rules of grading may have changed since. */
    record Repeated(long sequence, Instant recordedAt, double score) implements Entry {}

    /** Its id stands for another attempt. */
    record Taken() implements Entry {}

    /** It names a session and is on no item of it that waits for an answer. */
    record Outside() implements Entry {}
}
