package dev.weakspot.model;

/** The stable name of a question. Its order is alphabetical. */
public record QuestionId(String value) implements Comparable<QuestionId> {

    public QuestionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A question id is not blank.");
        }
    }

    @Override
    public int compareTo(QuestionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
