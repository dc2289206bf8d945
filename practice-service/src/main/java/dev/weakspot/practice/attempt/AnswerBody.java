package dev.weakspot.practice.attempt;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.weakspot.practice.grading.Answer;
import dev.weakspot.problem.StorableText;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An answer as a client sends it; {@code type} says which shape. */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AnswerBody.SingleChoice.class, name = "single-choice"),
    @JsonSubTypes.Type(value = AnswerBody.MultipleChoice.class, name = "multiple-choice"),
    @JsonSubTypes.Type(value = AnswerBody.ShortText.class, name = "short-text"),
    @JsonSubTypes.Type(value = AnswerBody.CodeOutput.class, name = "code-output"),
    @JsonSubTypes.Type(value = AnswerBody.Ordering.class, name = "ordering"),
    @JsonSubTypes.Type(value = AnswerBody.Rubric.class, name = "rubric")
})
sealed interface AnswerBody {

    Answer toAnswer();

    /** One choice, by its letter. */
    @Serdeable
    record SingleChoice(
            @NotNull @Size(max = 10) @StorableText String choice) implements AnswerBody {
        @Override
        public Answer toAnswer() {
            return new Answer.SingleChoice(choice);
        }
    }

    /** Any number of choices, by their letters; none is an answer, too. */
    @Serdeable
    record MultipleChoice(@NotNull @Size(max = 10) Set<@Size(max = 10) @StorableText String> choices)
            implements AnswerBody {
        public MultipleChoice {
            choices = inOrder(choices);
        }

        @Override
        public Answer toAnswer() {
            return new Answer.MultipleChoice(choices);
        }
    }

    /** A term or a short phrase. */
    @Serdeable
    record ShortText(@NotNull @Size(max = 500) @StorableText String text) implements AnswerBody {
        @Override
        public Answer toAnswer() {
            return new Answer.ShortText(text);
        }
    }

    /** What the program is said to print, line by line. */
    @Serdeable
    record CodeOutput(
            @NotNull @Size(max = 10_000) @StorableText String text) implements AnswerBody {
        @Override
        public Answer toAnswer() {
            return new Answer.CodeOutput(text);
        }
    }

    /** All items, by their letters, in the order that the learner gives them. */
    @Serdeable
    record Ordering(@NotNull @Size(max = 10) List<@NotNull @Size(max = 10) @StorableText String> order)
            implements AnswerBody {
        @Override
        public Answer toAnswer() {
            return new Answer.Ordering(order);
        }
    }

    /** The criteria that the learner finds met, by name; may be empty. */
    @Serdeable
    record Rubric(@NotNull @Size(max = 10) Set<@Size(max = 40) @StorableText String> met) implements AnswerBody {
        public Rubric {
            met = inOrder(met);
        }

        @Override
        public Answer toAnswer() {
            return new Answer.Rubric(met);
        }
    }

    /** Sorted, so that the same answer is always written the same way. */
    private static Set<String> inOrder(@Nullable Set<String> names) {
        return names == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
