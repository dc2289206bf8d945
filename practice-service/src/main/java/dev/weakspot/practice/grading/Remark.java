package dev.weakspot.practice.grading;

/**
 * Feedback on one part: a choice, a line, an item, a criterion.
 *
 * @param about the choice's or the item's letter, the criterion's name, {@code line 2}, or {@code answer} for all of it
 * @param right whether this part is right, at its place, or met
 * @param text why, in Markdown; empty when there is nothing to add
 */
public record Remark(String about, boolean right, String text) {}
