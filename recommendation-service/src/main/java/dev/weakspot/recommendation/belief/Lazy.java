package dev.weakspot.recommendation.belief;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is found out when it is first asked for, and once. Threads may share it. */
final class Lazy<T> {

    private final Supplier<T> source;
    private volatile Optional<T> value = Optional.empty();

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    T get() {
        if (value.isEmpty()) {
            find();
        }
        return value.orElseThrow();
    }

    private synchronized void find() {
        if (value.isEmpty()) {
            value = Optional.of(source.get());
        }
    }
}
