package dev.weakspot.model.evaluation;

/** What work has cost so far. Comes from outside, because nothing here knows a clock. */
public interface Meter {

    /** Nanoseconds of one processor. */
    long nanoseconds();

    /** Bytes of garbage, or of memory that stays. */
    long bytes();
}
