package dev.weakspot.practice.grading;

/** What comes of holding an answer against a key: a grade, or the reason why it cannot be graded. */
public sealed interface Outcome permits Grade, Misfit {}
