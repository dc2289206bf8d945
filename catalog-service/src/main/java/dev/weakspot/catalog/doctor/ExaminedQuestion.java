package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.question.AnswerKey;
import dev.weakspot.catalog.question.Choice;
import dev.weakspot.catalog.question.Criterion;
import dev.weakspot.catalog.question.Item;
import dev.weakspot.catalog.question.Question;
import dev.weakspot.catalog.question.QuestionId;
import dev.weakspot.catalog.topic.TopicSlug;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A question and where it is written. */
public record ExaminedQuestion(QuestionId id, Question question, Lines lines) {

    TopicSlug mainTopic() {
        return question.topics().getFirst();
    }

    /** Whether a key grades it rather than the learner. */
    boolean isGradedAutomatically() {
        return !(question.answer() instanceof AnswerKey.Rubric);
    }

    /** Everything in Markdown that a learner may read. */
    List<Passage> passages() {
        List<Passage> passages = new ArrayList<>();
        passages.add(new Passage("stem", question.stem()));
        addAll(passages, "hints", question.hints());
        passages.add(new Passage("how_to_answer", question.howToAnswer()));
        addAnswer(passages);
        passages.add(new Passage("explanation", question.explanation()));
        passages.removeIf(passage -> passage.text().isBlank());
        return passages;
    }

    /** What is asked, with everything there is to choose from or to put in order. */
    String asked() {
        Stream<String> offered =
                switch (question.answer()) {
                    case AnswerKey.SingleChoice single ->
                        single.choices().stream().map(Choice::text);
                    case AnswerKey.MultipleChoice multiple ->
                        multiple.choices().stream().map(Choice::text);
                    case AnswerKey.Ordering ordering ->
                        ordering.items().stream().map(Item::text);
                    case AnswerKey.ShortText _, AnswerKey.CodeOutput _, AnswerKey.Rubric _ -> Stream.of();
                };
        return Stream.concat(Stream.of(question.stem()), offered).collect(Collectors.joining("\n"));
    }

    /** What is right, in sentences, with the reasons that stand beside it. A term or a program's output says nothing here. */
    String answered() {
        Stream<String> right =
                switch (question.answer()) {
                    case AnswerKey.SingleChoice single -> correct(single.choices());
                    case AnswerKey.MultipleChoice multiple -> correct(multiple.choices());
                    case AnswerKey.ShortText _, AnswerKey.CodeOutput _ -> Stream.of();
                    case AnswerKey.Ordering ordering ->
                        ordering.items().stream().flatMap(item -> Stream.of(item.text(), item.why()));
                    case AnswerKey.Rubric rubric ->
                        Stream.concat(Stream.of(rubric.modelAnswer()), rubric.outline().stream());
                };
        return right.collect(Collectors.joining("\n"));
    }

    private static Stream<String> correct(List<Choice> choices) {
        return choices.stream().filter(Choice::isCorrect).flatMap(choice -> Stream.of(choice.text(), choice.why()));
    }

    private void addAnswer(List<Passage> passages) {
        switch (question.answer()) {
            case AnswerKey.SingleChoice single -> addChoices(passages, single.choices());
            case AnswerKey.MultipleChoice multiple -> addChoices(passages, multiple.choices());
            case AnswerKey.ShortText term -> passages.add(new Passage("answer.why", term.why()));
            case AnswerKey.CodeOutput _ -> {}
            case AnswerKey.Ordering ordering -> {
                addAll(
                        passages,
                        "answer.items",
                        ".text",
                        ordering.items().stream().map(Item::text).toList());
                addAll(
                        passages,
                        "answer.items",
                        ".why",
                        ordering.items().stream().map(Item::why).toList());
            }
            case AnswerKey.Rubric rubric -> {
                addAll(passages, "answer.outline", rubric.outline());
                passages.add(new Passage("answer.model_answer", rubric.modelAnswer()));
                addAll(
                        passages,
                        "answer.criteria",
                        ".text",
                        rubric.criteria().stream().map(Criterion::text).toList());
            }
        }
    }

    private static void addChoices(List<Passage> passages, List<Choice> choices) {
        addAll(
                passages,
                "answer.choices",
                ".text",
                choices.stream().map(Choice::text).toList());
        addAll(
                passages,
                "answer.choices",
                ".why",
                choices.stream().map(Choice::why).toList());
    }

    private static void addAll(List<Passage> passages, String list, List<String> texts) {
        addAll(passages, list, "", texts);
    }

    private static void addAll(List<Passage> passages, String list, String field, List<String> texts) {
        for (int index = 0; index < texts.size(); index++) {
            passages.add(new Passage(list + "[" + index + "]" + field, texts.get(index)));
        }
    }
}
