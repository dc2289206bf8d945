package dev.weakspot.catalog.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weakspot.problem.StorableText;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * One of the answers to choose from.
 *
 * @param id the letter by which an answer names it
 * @param text what the learner reads, Markdown
 * @param isCorrect whether choosing it is right
 * @param why why it is right or wrong, Markdown; empty when the explanation says it all
 */
@Serdeable
public record Choice(
        @NotNull @Pattern(regexp = "[a-z]") String id,
        @NotBlank @Size(max = 2_000) @StorableText String text,
        @JsonProperty("correct") boolean isCorrect,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Bindable(defaultValue = "") @Size(max = 4_000) @StorableText
        String why) {}
