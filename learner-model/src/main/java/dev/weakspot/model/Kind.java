package dev.weakspot.model;

/** What a question makes somebody do: compare, find the mistake, write code. The bank decides which kinds there are. */
public record Kind(String value) implements Comparable<Kind> {

    public Kind {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A kind has a name.");
        }
    }

    @Override
    public int compareTo(Kind other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
