package dev.weakspot.catalog.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with the parts of one thing: each part is read on its own, so that its author hears of all faults at once. */
final class Misreadings {

    private final List<Misreading> found = new ArrayList<>();

    /** The part, when it can be read. */
    <T> Optional<T> find(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (Misreading e) {
            found.add(e);
            return Optional.empty();
        }
    }

    /** The part, or what may stand there while the rest is read; such a thing is never published. */
    <T> T or(T standIn, Supplier<T> part) {
        return find(part).orElse(standIn);
    }

    List<Misreading> found() {
        return List.copyOf(found);
    }
}
