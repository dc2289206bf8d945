package dev.weakspot.web.demo;

import dev.weakspot.web.service.KeyedQuestion;
import dev.weakspot.web.service.KeyedQuestion.AnswerKey;
import dev.weakspot.web.service.KeyedQuestion.Criterion;
import dev.weakspot.web.service.KeyedQuestion.Option;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Right and wrong answers to any question, in the shape that the practice service takes. */
final class Invented {

    private static final String NO_IDEA = "no idea";

    private Invented() {}

    /** Nothing for a question of a type that is not known here. */
    static Optional<Map<String, Object>> answer(KeyedQuestion question, boolean right, RandomGenerator random) {
        AnswerKey key = question.answer();
        return fields(key, right, random).map(fields -> {
            Map<String, Object> answer = new HashMap<>(fields);
            answer.put("type", key.type());
            return answer;
        });
    }

    private static Optional<Map<String, Object>> fields(AnswerKey key, boolean right, RandomGenerator random) {
        return switch (key.type()) {
            case "single-choice" -> one(options(key.choices()), right, random).map(choice -> Map.of("choice", choice));
            case "multiple-choice" -> Optional.of(Map.of("choices", several(options(key.choices()), right, random)));
            case "short-text" ->
                Optional.of(Map.of(
                        "text", right && key.accepted() != null ? key.accepted().getFirst() : NO_IDEA));
            case "code-output" -> Optional.of(Map.of("text", right && key.prints() != null ? key.prints() : NO_IDEA));
            case "ordering" -> Optional.of(Map.of("order", order(options(key.items()), right)));
            case "rubric" -> Optional.of(Map.of("met", met(key, right, random)));
            default -> Optional.empty();
        };
    }

    private static List<Option> options(@Nullable List<Option> options) {
        return options == null ? List.of() : options;
    }

    private static Optional<Object> one(List<Option> choices, boolean right, RandomGenerator random) {
        List<String> fitting = choices.stream()
                .filter(choice -> choice.isCorrect() == right)
                .map(Option::id)
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting.get(random.nextInt(fitting.size())));
    }

    /** Wrong is one choice too many or too few. */
    private static List<String> several(List<Option> choices, boolean right, RandomGenerator random) {
        int slip = right ? -1 : random.nextInt(choices.size());
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).isCorrect() != (i == slip)) {
                chosen.add(choices.get(i).id());
            }
        }
        return chosen;
    }

    /** Keys list the items in their right order. */
    private static List<String> order(List<Option> items, boolean right) {
        List<String> order = new ArrayList<>(items.stream().map(Option::id).toList());
        if (!right) {
            Collections.reverse(order);
        }
        return order;
    }

    private static List<String> met(AnswerKey key, boolean right, RandomGenerator random) {
        List<Criterion> criteria = key.criteria() == null ? List.of() : key.criteria();
        return criteria.stream()
                .filter(_ -> right || random.nextBoolean())
                .map(Criterion::name)
                .toList();
    }
}
