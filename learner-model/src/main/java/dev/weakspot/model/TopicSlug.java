package dev.weakspot.model;

/** The stable name of a topic. Its order is alphabetical. */
public record TopicSlug(String value) implements Comparable<TopicSlug> {

    public TopicSlug {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A topic slug is not blank.");
        }
    }

    @Override
    public int compareTo(TopicSlug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
