package dev.weakspot.catalog.question;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * A word that stands in no question, and the one that was looked for instead.
 *
 * @param typed what the reader wrote, in lower case
 * @param readAs a word like it that stands in some question
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record Correction(String typed, String readAs) {}
