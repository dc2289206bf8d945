package dev.weakspot.catalog.doctor;

/**
 * A text of a question.
 *
 * @param part the path to it: {@code answer.choices[1].why}
 */
record Passage(String part, String text) {}
