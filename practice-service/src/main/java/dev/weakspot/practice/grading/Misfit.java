package dev.weakspot.practice.grading;

/**
 * The answer has not the shape that the question asks for.
 *
 * @param reason one sentence that tells the caller what to send instead
 */
public record Misfit(String reason) implements Outcome {}
