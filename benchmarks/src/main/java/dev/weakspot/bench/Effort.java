package dev.weakspot.bench;

import java.time.Duration;

/** How long is measured, and how much. */
enum Effort {
    FULL(5, Duration.ofSeconds(10), Duration.ofSeconds(300)),
    QUICK(5, Duration.ofSeconds(3), Duration.ofSeconds(60)),
    /** Seconds, to see that it works: its figures mean nothing. */
    SMOKE(1, Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final int rounds;
    private final Duration round;
    private final Duration warmUp;

    Effort(int rounds, Duration round, Duration warmUp) {
        this.rounds = rounds;
        this.round = round;
        this.warmUp = warmUp;
    }

    int rounds() {
        return rounds;
    }

    Duration round() {
        return round;
    }

    /** How long compilers, caches and pools may take to settle, at most: a slow machine may need all of it. */
    Duration warmUp() {
        return warmUp;
    }

    /** How many of something: by the effort. */
    int count(int full, int quick, int smoke) {
        return switch (this) {
            case FULL -> full;
            case QUICK -> quick;
            case SMOKE -> smoke;
        };
    }
}
