package dev.weakspot.recommendation.training;

/**
 * Which model said something: its name and version, and how many attempts it had learned from.
 *
 * @param name such as {@code lean/1}
 */
public record ModelVersion(String name, long attempts) {

    /** Such as {@code lean/1@48213}. */
    @Override
    public String toString() {
        return name + "@" + attempts;
    }
}
