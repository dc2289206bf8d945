package dev.weakspot.web.practise;

import dev.weakspot.web.service.Attempt;
import dev.weakspot.web.service.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A question with what was answered, and what came of it: just now or long ago. */
public record Answered(Question question, Attempt attempt) {

    /**
     * A remark on a part of the answer. A choice is remarked upon whether or not it was chosen.
     *
     * @param option text of the choice or item that it is about, when it is about one
     */
    public record Remark(Optional<String> option, String about, boolean right, boolean chosen, String text) {}

    /** Remarks with the texts of what they are about. */
    public List<Remark> remarks() {
        Map<String, String> texts = texts();
        List<String> chosen =
                Stream.of("choice", "choices").flatMap(this::words).toList();
        return attempt.feedback().stream()
                .map(feedback -> new Remark(
                        Optional.ofNullable(texts.get(feedback.about())),
                        feedback.about(),
                        feedback.right(),
                        chosen.contains(feedback.about()),
                        feedback.text()))
                .toList();
    }

    /** What the learner wrote, of a question that is answered in words. */
    public Optional<String> written() {
        return words("text").findFirst();
    }

    /** The order in which the learner put things, of a question that asks for one. */
    public List<String> order() {
        Map<String, String> texts = texts();
        return words("order").map(id -> texts.getOrDefault(id, id)).toList();
    }

    private Map<String, String> texts() {
        return question.options().stream().collect(Collectors.toMap(Question.Option::id, Question.Option::text));
    }

    private Stream<String> words(String field) {
        Map<String, Object> answer = attempt.answer() == null ? Map.of() : attempt.answer();
        return Stream.ofNullable(answer.get(field))
                .flatMap(value -> value instanceof List<?> several ? several.stream() : Stream.of(value))
                .map(String::valueOf);
    }
}
