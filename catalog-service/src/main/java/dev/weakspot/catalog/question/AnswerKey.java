package dev.weakspot.catalog.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.weakspot.problem.StorableText;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * What answers a question, and by the type of key also how it is answered. Only authors and services may see one.
 *
 * <p>A key that nobody could satisfy, or everybody would, cannot exist.
 */
@Serdeable
@Schema(
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = AnswerKey.SingleChoice.TYPE, schema = AnswerKey.SingleChoice.class),
            @DiscriminatorMapping(value = AnswerKey.MultipleChoice.TYPE, schema = AnswerKey.MultipleChoice.class),
            @DiscriminatorMapping(value = AnswerKey.ShortText.TYPE, schema = AnswerKey.ShortText.class),
            @DiscriminatorMapping(value = AnswerKey.CodeOutput.TYPE, schema = AnswerKey.CodeOutput.class),
            @DiscriminatorMapping(value = AnswerKey.Ordering.TYPE, schema = AnswerKey.Ordering.class),
            @DiscriminatorMapping(value = AnswerKey.Rubric.TYPE, schema = AnswerKey.Rubric.class)
        },
        oneOf = {
            AnswerKey.SingleChoice.class,
            AnswerKey.MultipleChoice.class,
            AnswerKey.ShortText.class,
            AnswerKey.CodeOutput.class,
            AnswerKey.Ordering.class,
            AnswerKey.Rubric.class
        })
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(AnswerKey.SingleChoice.class),
    @JsonSubTypes.Type(AnswerKey.MultipleChoice.class),
    @JsonSubTypes.Type(AnswerKey.ShortText.class),
    @JsonSubTypes.Type(AnswerKey.CodeOutput.class),
    @JsonSubTypes.Type(AnswerKey.Ordering.class),
    @JsonSubTypes.Type(AnswerKey.Rubric.class)
})
public sealed interface AnswerKey {

    /** The word for this type of key on the wire and in the bank's files. */
    String type();

    /** Exactly one choice is right. */
    @Serdeable
    @JsonTypeName(SingleChoice.TYPE)
    record SingleChoice(@Size(min = 2, max = 10) List<@Valid Choice> choices) implements AnswerKey {

        static final String TYPE = "single-choice";

        public SingleChoice {
            choices = List.copyOf(choices);
            requireDistinct(choices);
            long correct = choices.stream().filter(Choice::isCorrect).count();
            if (correct == 0) {
                throw new IllegalArgumentException("no choice is correct");
            }
            if (correct > 1) {
                throw new IllegalArgumentException(correct + " choices are correct, a single choice has one");
            }
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** Some choices are right, and all of those have to be chosen. */
    @Serdeable
    @JsonTypeName(MultipleChoice.TYPE)
    record MultipleChoice(@Size(min = 2, max = 10) List<@Valid Choice> choices) implements AnswerKey {

        static final String TYPE = "multiple-choice";

        public MultipleChoice {
            choices = List.copyOf(choices);
            requireDistinct(choices);
            if (choices.stream().noneMatch(Choice::isCorrect)) {
                throw new IllegalArgumentException("no choice is correct");
            }
            if (choices.stream().allMatch(Choice::isCorrect)) {
                throw new IllegalArgumentException("every choice is correct");
            }
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * A short term.
     *
     * @param accepted each way to write it
     * @param why what a right answer shows; may be empty
     */
    @Serdeable
    @JsonTypeName(ShortText.TYPE)
    record ShortText(
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 200) @StorableText String> accepted,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Bindable(defaultValue = "") @Size(max = 4_000) @StorableText
            String why)
            implements AnswerKey {

        static final String TYPE = "short-text";

        public ShortText {
            accepted = List.copyOf(accepted);
            if (new HashSet<>(accepted).size() < accepted.size()) {
                throw new IllegalArgumentException("an accepted answer is listed twice");
            }
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * What a program writes.
     *
     * @param prints line by line
     */
    @Serdeable
    @JsonTypeName(CodeOutput.TYPE)
    record CodeOutput(
            @NotBlank @Size(max = 10_000) @StorableText String prints) implements AnswerKey {

        static final String TYPE = "code-output";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * Things to put in order. They are shown in the order of their letters, which must not be the right one.
     *
     * @param items in the right order
     */
    @Serdeable
    @JsonTypeName(Ordering.TYPE)
    record Ordering(@Size(min = 3, max = 8) List<@Valid Item> items) implements AnswerKey {

        static final String TYPE = "ordering";

        public Ordering {
            items = List.copyOf(items);
            if (countDistinct(items, Item::id) < items.size()) {
                throw new IllegalArgumentException("two items have the same id");
            }
            if (countDistinct(items, Item::text) < items.size()) {
                throw new IllegalArgumentException("two items have the same text");
            }
            if (items.size() > 1 && items.equals(shown(items))) {
                throw new IllegalArgumentException("the ids are in the right order, in which the items would be shown");
            }
        }

        /** The items as a learner sees them. */
        public List<Item> shown() {
            return shown(items);
        }

        @Override
        public String type() {
            return TYPE;
        }

        private static List<Item> shown(List<Item> items) {
            return items.stream().sorted(Comparator.comparing(Item::id)).toList();
        }
    }

    /**
     * A spoken or written answer that learners grade themselves, criterion by criterion.
     *
     * @param outline at most five points one can say aloud
     * @param modelAnswer what a strong candidate says, Markdown
     * @param criteria what a good answer does
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonTypeName(Rubric.TYPE)
    record Rubric(
            @Size(max = 5) List<@NotBlank @Size(max = 500) @StorableText String> outline,
            @NotBlank @Size(max = 20_000) @StorableText String modelAnswer,
            @Size(min = 1, max = 10) List<@Valid Criterion> criteria)
            implements AnswerKey {

        static final String TYPE = "rubric";

        public Rubric {
            outline = List.copyOf(outline);
            criteria = List.copyOf(criteria);
            if (countDistinct(criteria, Criterion::name) < criteria.size()) {
                throw new IllegalArgumentException("two criteria have the same name");
            }
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    private static void requireDistinct(List<Choice> choices) {
        if (countDistinct(choices, Choice::id) < choices.size()) {
            throw new IllegalArgumentException("two choices have the same id");
        }
        if (countDistinct(choices, Choice::text) < choices.size()) {
            throw new IllegalArgumentException("two choices have the same text");
        }
    }

    private static <T> long countDistinct(List<T> parts, Function<T, String> name) {
        return parts.stream().map(name).distinct().count();
    }
}
