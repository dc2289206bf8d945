package dev.weakspot.catalog.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.weakspot.problem.StorableText;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * One of the things to put in order.
 *
 * @param id the letter by which an answer names it, and by which it is shown among the others
 * @param text what the learner reads, Markdown
 * @param why why it stands where it does, Markdown; empty when the explanation says it all
 */
@Serdeable
public record Item(
        @NotNull @Pattern(regexp = "[a-z]") String id,
        @NotBlank @Size(max = 2_000) @StorableText String text,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Bindable(defaultValue = "") @Size(max = 4_000) @StorableText
        String why) {}
