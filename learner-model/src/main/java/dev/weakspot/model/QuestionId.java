package dev.weakspot.model;

import org.jspecify.annotations.Nullable;

/** The stable name of a question. Its order is alphabetical. */
public final class QuestionId implements Comparable<QuestionId> {

    private final String value;

    /** Kept, because each prediction looks several things up under it. */
    private final long key;

    public QuestionId(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A question id is not blank.");
        }
        this.value = value;
        this.key = StableHash.of(value);
    }

    public String value() {
        return value;
    }

    /** The name as a number: its {@link StableHash}. */
    public long key() {
        return key;
    }

    @Override
    public int compareTo(QuestionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QuestionId id && key == id.key && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(key);
    }

    @Override
    public String toString() {
        return value;
    }
}
