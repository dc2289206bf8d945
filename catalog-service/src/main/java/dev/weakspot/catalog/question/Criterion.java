package dev.weakspot.catalog.question;

import dev.weakspot.problem.StorableText;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * One thing a good spoken or written answer does.
 *
 * @param name by which an answer ticks it: definition, why, example, trade-off, check
 * @param text what the learner ticks, yes or no
 * @param weight its share of the score
 */
@Serdeable
public record Criterion(
        @NotNull @Pattern(regexp = "[a-z][a-z-]{0,39}") String name,
        @NotBlank @Size(max = 500) @StorableText String text,
        @Min(1) @Max(10) int weight) {}
