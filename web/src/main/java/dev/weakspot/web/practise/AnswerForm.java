package dev.weakspot.web.practise;

import dev.weakspot.web.service.Question;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a form under which somebody answered a question; a field may occur several times. */
public record AnswerForm(Map<String, Object> fields) {

    /** Where the number of an item stands that is to be put in order. */
    static final String PLACE = "place_";

    /** The answer in the shape that the practice service takes; nothing when the form says too little. */
    Optional<Map<String, Object>> answerTo(Question question) {
        return switch (question.answerType()) {
            case "single-choice" -> first("choice").map(choice -> answer(question, "choice", choice));
            case "multiple-choice" -> Optional.of(answer(question, "choices", all("choices")));
            case "ordering" -> order(question.options()).map(order -> answer(question, "order", order));
            case "rubric" -> Optional.of(answer(question, "met", all("met")));
            // What is asked for in a way that this page does not know yet is answered in words.
            default -> first("text").map(text -> answer(question, "text", text.replace("\r\n", "\n")));
        };
    }

    private static Map<String, Object> answer(Question question, String field, Object value) {
        return Map.of("type", question.answerType(), field, value);
    }

    /** Key of the text that says what is wrong with what is no answer to the question. */
    String flawOf(Question question) {
        boolean isNumbered = question.answerType().equals("ordering")
                && question.options().stream()
                        .allMatch(item -> number(PLACE + item.id()).isPresent());
        return isNumbered ? "question.each-once" : "question.incomplete";
    }

    /** The items by their numbers, when each has one and no two have the same. */
    private Optional<List<String>> order(List<Question.Option> items) {
        Map<String, Integer> places = new HashMap<>();
        for (Question.Option item : items) {
            number(PLACE + item.id()).ifPresent(place -> places.put(item.id(), place.intValue()));
        }
        boolean isOrder = places.size() == items.size()
                && places.values().stream().distinct().count() == items.size();
        return isOrder
                ? Optional.of(places.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                        .map(Map.Entry::getKey)
                        .toList())
                : Optional.empty();
    }

    Optional<String> first(String field) {
        return all(field).stream().findFirst().filter(value -> !value.isBlank());
    }

    Optional<Double> number(String field) {
        try {
            return first(field).map(Double::valueOf).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Everything that was said, value by value; not what makes the form ours. */
    public List<Map.Entry<String, String>> answered() {
        return fields.keySet().stream()
                .filter(field -> !field.equals("csrf"))
                .sorted()
                .flatMap(field -> all(field).stream().map(value -> Map.entry(field, value)))
                .toList();
    }

    List<String> all(String field) {
        @Nullable Object value = fields.get(field);
        return switch (value) {
            case null -> List.of();
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            default -> Stream.of(value).map(String::valueOf).toList();
        };
    }
}
