package dev.weakspot.practice.grading;

/**
 * Feedback on one part: a choice, a line, an item, a criterion.
 *
 * @param about the choice's or the item's letter, the criterion's name, {@code line 2}, {@code answer} for all of it,
 *     or {@code accepted} for a term that would have been right
 * @param right whether this part is right, at its place, or met
 * @param text why, in Markdown; empty when there is nothing to add; or the term
 */
public record Remark(String about, boolean right, String text) {}
