package dev.weakspot.catalog.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weakspot.catalog.topic.TopicSlug;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a learner may see of a question before answering it.
 *
 * <p>Sources and tags stay away with the key: a link into the documentation often names the answer. What a question
 * assesses does so too, and advice on answering may; both are shown only where the learner has to speak: to a rubric
 * question. Things to put in order come in the order of their letters, never in the right one.
 *
 * @param answerType which shape an answer must have
 * @param choices what there is to choose from; empty when nothing is
 * @param items what there is to put in order; empty when nothing is
 * @param assesses what an interviewer learns from the answer; empty unless the answer is a rubric
 * @param howToAnswer advice on answering; empty unless the answer is a rubric
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record QuestionWithoutKey(
        @JsonProperty("question_id") QuestionId questionId,
        int version,
        Kind kind,
        Level level,
        double difficulty,

        @JsonProperty("expected_seconds") @Serdeable.Serializable(using = WholeSeconds.class) @Schema(type = "integer")
        Duration expectedTime,

        List<TopicSlug> topics,

        @JsonProperty("topic_weights") @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(type = "object")
        TopicWeights topicWeights,

        @JsonProperty("applies_to") String appliesTo,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String assesses,
        String stem,
        List<String> hints,

        @JsonProperty("how_to_answer") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        String howToAnswer,

        @JsonProperty("answer_type") String answerType,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Choosable> choices,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Choosable> items,
        String licence,
        @JsonProperty("published_at") Instant publishedAt)
        implements ReadableQuestion {

    /** A choice that does not say whether it is right, or an item that does not say where it belongs. */
    @Serdeable
    public record Choosable(String id, String text) {}

    static QuestionWithoutKey of(QuestionVersion published) {
        Question question = published.question();
        boolean isSpoken = question.answer() instanceof AnswerKey.Rubric;
        return new QuestionWithoutKey(
                published.questionId(),
                published.version(),
                question.kind(),
                question.level(),
                question.difficulty(),
                question.expectedTime(),
                question.topics(),
                question.topicWeights(),
                question.appliesTo(),
                isSpoken ? question.assesses() : "",
                question.stem(),
                question.hints(),
                isSpoken ? question.howToAnswer() : "",
                question.answer().type(),
                choices(question.answer()),
                items(question.answer()),
                question.licence(),
                published.publishedAt());
    }

    private static List<Choosable> choices(AnswerKey answer) {
        List<Choice> choices =
                switch (answer) {
                    case AnswerKey.SingleChoice single -> single.choices();
                    case AnswerKey.MultipleChoice multiple -> multiple.choices();
                    case AnswerKey.ShortText _, AnswerKey.CodeOutput _, AnswerKey.Ordering _, AnswerKey.Rubric _ ->
                        List.of();
                };
        return choices.stream()
                .map(choice -> new Choosable(choice.id(), choice.text()))
                .toList();
    }

    private static List<Choosable> items(AnswerKey answer) {
        if (!(answer instanceof AnswerKey.Ordering ordering)) {
            return List.of();
        }
        return ordering.shown().stream()
                .map(item -> new Choosable(item.id(), item.text()))
                .toList();
    }
}
