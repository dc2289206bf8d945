package dev.weakspot.practice.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.weakspot.practice.grading.AnswerKey;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What this service reads of a message on {@code catalog.questions.v1}. Fields and words it does not know are ignored. */
@Serdeable(naming = SnakeCaseStrategy.class)
record PublishedQuestion(
        String questionId,
        int version,
        String kind,
        @Nullable String level,
        double difficulty,
        List<String> topics,
        @Nullable Map<String, Double> topicWeights,
        @Nullable String assesses,
        @Nullable String howToAnswer,
        Key answer,
        @Nullable String explanation) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");

    PublishedQuestion {
        Objects.requireNonNull(questionId, "question_id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(topics, "topics");
        Objects.requireNonNull(answer, "answer");
        if (version < 1 || topics.isEmpty()) {
            throw new IllegalArgumentException("A question has a version from 1 on and at least one topic");
        }
        if (!topics.stream().allMatch(topic -> SLUG.matcher(topic).matches())) {
            throw new IllegalArgumentException("A topic's slug is of lower-case letters, digits, dots and hyphens");
        }
        // Nobody could learn from an attempt on it.
        if (Set.copyOf(topics).size() < topics.size()) {
            throw new IllegalArgumentException("A topic is named once");
        }
    }

    static PublishedQuestion read(JsonMapper json, byte[] value) throws IOException {
        @Nullable PublishedQuestion question = json.readValue(value, PublishedQuestion.class);
        if (question == null) {
            throw new IOException("The value is null");
        }
        return question;
    }

    Question toQuestion(boolean withdrawn) {
        return new Question(
                new QuestionVersion(questionId, version),
                kind,
                orEmpty(level),
                difficulty,
                topics,
                topicWeights == null ? Map.of() : topicWeights,
                orEmpty(assesses),
                answer.toAnswerKey(),
                orEmpty(explanation),
                orEmpty(howToAnswer),
                withdrawn);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The answer key on the wire. */
    @Serdeable
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SingleChoice.class, name = "single-choice"),
        @JsonSubTypes.Type(value = MultipleChoice.class, name = "multiple-choice"),
        @JsonSubTypes.Type(value = ShortText.class, name = "short-text"),
        @JsonSubTypes.Type(value = CodeOutput.class, name = "code-output"),
        @JsonSubTypes.Type(value = Ordering.class, name = "ordering"),
        @JsonSubTypes.Type(value = Rubric.class, name = "rubric")
    })
    sealed interface Key {
        AnswerKey toAnswerKey();
    }

    @Serdeable
    record SingleChoice(List<Choice> choices) implements Key {
        @Override
        public AnswerKey toAnswerKey() {
            return new AnswerKey.SingleChoice(Choice.toDomain(choices));
        }
    }

    @Serdeable
    record MultipleChoice(List<Choice> choices) implements Key {
        @Override
        public AnswerKey toAnswerKey() {
            return new AnswerKey.MultipleChoice(Choice.toDomain(choices));
        }
    }

    @Serdeable
    record ShortText(List<String> accepted, @Nullable String why) implements Key {
        @Override
        public AnswerKey toAnswerKey() {
            return new AnswerKey.ShortText(accepted, orEmpty(why));
        }
    }

    @Serdeable
    record CodeOutput(String prints) implements Key {
        @Override
        public AnswerKey toAnswerKey() {
            return new AnswerKey.CodeOutput(prints);
        }
    }

    @Serdeable
    record Ordering(List<Item> items) implements Key {
        @Override
        public AnswerKey toAnswerKey() {
            return new AnswerKey.Ordering(items.stream()
                    .map(item -> new AnswerKey.Item(item.id(), item.text(), orEmpty(item.why())))
                    .toList());
        }
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    record Rubric(List<String> outline, String modelAnswer, List<Criterion> criteria) implements Key {
        @Override
        public AnswerKey toAnswerKey() {
            List<AnswerKey.Criterion> all = criteria.stream()
                    .map(criterion -> new AnswerKey.Criterion(criterion.name(), criterion.text(), criterion.weight()))
                    .toList();
            return new AnswerKey.Rubric(outline, modelAnswer, all);
        }
    }

    @Serdeable
    record Choice(
            String id,
            String text,
            boolean correct,
            @Nullable String why) {
        static List<AnswerKey.Choice> toDomain(List<Choice> choices) {
            return choices.stream()
                    .map(choice ->
                            new AnswerKey.Choice(choice.id(), choice.text(), choice.correct(), orEmpty(choice.why())))
                    .toList();
        }
    }

    @Serdeable
    record Item(String id, String text, @Nullable String why) {}

    @Serdeable
    record Criterion(String name, String text, int weight) {}
}
