package dev.weakspot.practice.question;

/** What a message on {@code catalog.questions.v1} tells. */
sealed interface CatalogChange {

    /** A version was published. The content is the event's JSON, kept as it came. */
    record Published(Question question, String content) implements CatalogChange {}

    /** A question was withdrawn, in all its versions. */
    record Withdrawn(String question) implements CatalogChange {}
}
