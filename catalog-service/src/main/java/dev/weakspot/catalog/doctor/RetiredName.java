package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.question.Question;

/**
 * A name that the subject no longer has.
 *
 * @param name as it is written in code
 * @param since the version of the subject in which it is gone
 * @param instead what to write today
 */
public record RetiredName(String name, String since, String instead) {

    public RetiredName {
        if (!since.matches(Question.VERSION)) {
            throw new IllegalArgumentException("since must be a version such as 4.0");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }
}
