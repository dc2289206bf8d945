package dev.weakspot.web.practise;

import dev.weakspot.web.service.Attempt;
import dev.weakspot.web.service.Beliefs.Belief;
import dev.weakspot.web.service.Question;
import dev.weakspot.web.service.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What came of an answer.
 *
 * @param topic what people call the main topic
 * @param was expected success on the topic before, in per cent, when there was a belief
 * @param belief what is believed now; nothing while recommendations are away
 */
public record FeedbackView(
        Session session,
        Session.Item item,
        Question question,
        Attempt attempt,
        String topic,
        Optional<Integer> was,
        Optional<Belief> belief) {

    /** Remarks with the texts of what they are about. */
    public List<Remark> remarks() {
        Map<String, String> texts =
                question.options().stream().collect(Collectors.toMap(Question.Option::id, Question.Option::text));
        return attempt.feedback().stream()
                .map(feedback -> new Remark(
                        Optional.ofNullable(texts.get(feedback.about())),
                        feedback.about(),
                        feedback.right(),
                        isChosen(feedback.about()),
                        feedback.text()))
                .toList();
    }

    private boolean isChosen(String about) {
        Map<String, Object> answer = attempt.answer() == null ? Map.of() : attempt.answer();
        return about.equals(answer.get("choice"))
                || (answer.get("choices") instanceof List<?> choices && choices.contains(about));
    }

    /** A choice is remarked upon whether or not it was chosen. */
    public record Remark(Optional<String> option, String about, boolean right, boolean chosen, String text) {}

    /** What the learner wrote, of a question that is answered in words. */
    public Optional<String> written() {
        return Optional.ofNullable(attempt.answer())
                .map(answer -> answer.get("text"))
                .map(Function.<Object>identity().andThen(String::valueOf));
    }
}
