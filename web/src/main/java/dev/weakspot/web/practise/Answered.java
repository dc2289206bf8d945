package dev.weakspot.web.practise;

import dev.weakspot.web.service.Attempt;
import dev.weakspot.web.service.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A question with what was answered, and what came of it: just now or long ago. */
public record Answered(Question question, Attempt attempt) {

    private static final String ACCEPTED = "accepted";

    /**
     * A remark on a part of the answer. A choice is remarked upon whether or not it was chosen.
     *
     * @param option text of the choice or item that it is about, when it is about one
     */
    public record Remark(Optional<String> option, boolean right, boolean chosen, String text) {}

    /** A line that a program prints and what was said instead; nothing where one of them has no such line. */
    public record Line(boolean right, Optional<String> expected, Optional<String> yours) {}

    /** Both side by side, of a question that asks what a program prints. */
    public List<Line> lines() {
        if (!question.answerType().equals("code-output") || attempt.feedback().isEmpty()) {
            return List.of();
        }
        List<String> expected =
                attempt.feedback().stream().map(Attempt.Feedback::text).toList();
        // As they are compared: blanks at line ends and empty lines at the end do not count.
        List<String> yours = written()
                .orElse("")
                .stripTrailing()
                .lines()
                .map(String::stripTrailing)
                .toList();
        return IntStream.range(0, Math.max(expected.size(), yours.size()))
                .mapToObj(line -> new Line(
                        line < expected.size() && attempt.feedback().get(line).right(),
                        expected.stream().skip(line).findFirst(),
                        yours.stream().skip(line).findFirst()))
                .toList();
    }

    public boolean isOrder() {
        return question.answerType().equals("ordering");
    }

    /** Remarks with the texts of what they are about; of things to put in order, in the right order. */
    public List<Remark> remarks() {
        Map<String, String> texts = texts();
        List<String> chosen =
                Stream.of("choice", "choices").flatMap(this::words).toList();
        return attempt.feedback().stream()
                .filter(feedback -> !feedback.about().equals(ACCEPTED))
                .map(feedback -> new Remark(
                        Optional.ofNullable(texts.get(feedback.about())),
                        feedback.right(),
                        chosen.contains(feedback.about()),
                        feedback.text()))
                .filter(remark -> remark.option().isPresent() || !remark.text().isBlank())
                .toList();
    }

    /** What the learner wrote, of a question that is answered in words. */
    public Optional<String> written() {
        return words("text").findFirst();
    }

    /** A term that is right, when what the learner wrote is not. */
    public Optional<String> accepted() {
        return attempt.feedback().stream()
                .filter(feedback -> feedback.about().equals(ACCEPTED))
                .map(Attempt.Feedback::text)
                .findFirst();
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
