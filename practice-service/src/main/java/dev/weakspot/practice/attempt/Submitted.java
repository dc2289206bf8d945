package dev.weakspot.practice.attempt;

/**
 * What became of a submission.
 *
 * @param first whether this one was recorded; otherwise the same had been before
 */
record Submitted(AttemptResult result, boolean first) {}
