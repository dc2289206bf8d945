package dev.weakspot.practice.history;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** What a learner gave themselves, and what a key gave them on the same main topics. */
@Introspected
record SelfGradesRow(
        long attempts,
        @Nullable Double meanScore,
        long keyAttempts,
        @Nullable Double keyMeanScore) {}
