package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a question that learners grade themselves shows, one after the other. */
public sealed interface Reveal {

    /** The points that a good answer makes. */
    @Serdeable
    record Outline(@Nullable String assesses, List<String> outline) implements Reveal {}

    /** An answer to compare with, and what to tick. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record ModelAnswer(String modelAnswer, List<Criterion> criteria) implements Reveal {}

    /** A thing that an answer has or has not. */
    @Serdeable
    record Criterion(String name, String text, int weight) {}
}
