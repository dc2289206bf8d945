package dev.weakspot.web.practise;

import dev.weakspot.web.service.Question;
import dev.weakspot.web.service.Reveal;
import dev.weakspot.web.service.Session;
import java.util.List;
import java.util.Optional;

/**
 * A question that waits for an answer.
 *
 * @param topic what people call its main topic
 * @param because why it was suggested; nothing when practice chose by itself
 * @param hints how many are open
 * @param shownAt when it was first shown, in milliseconds since 1970
 * @param outline of a question that learners grade themselves, once they asked for it
 * @param model the same, one step further
 * @param wanted how many questions the set was to have; 0 when it has them
 * @param form what was said already, of an answer with something wrong
 * @param trouble key of the text that says what is wrong with the answer
 */
public record QuestionView(
        Session session,
        Session.Item item,
        Question question,
        String topic,
        Optional<String> because,
        int hints,
        long shownAt,
        Optional<Reveal.Outline> outline,
        Optional<Reveal.ModelAnswer> model,
        int wanted,
        AnswerForm form,
        Optional<String> trouble) {

    public boolean isSelfGraded() {
        return question.answerType().equals("rubric");
    }

    /** Whether there are fewer questions than the set was to have. */
    public boolean isShort() {
        return session.size() < wanted;
    }

    /** Whether this is what the form said. */
    public boolean chose(String field, String value) {
        return form.all(field).contains(value);
    }

    /** What the form said; nothing as long as it said nothing. */
    public String said(String field) {
        return form.first(field).orElse("");
    }

    public List<String> openHints() {
        return question.allHints()
                .subList(0, Math.min(hints, question.allHints().size()));
    }

    /** Whoever has read the model answer needs none. */
    public boolean hasMoreHints() {
        return model.isEmpty() && hints < question.allHints().size();
    }

    /** The address of this question with so many hints open and the same clock running. */
    public String with(int moreHints, String step) {
        return "/practise/" + session.sessionId() + "?hints=" + moreHints + "&shown=" + shownAt + "&step=" + step;
    }
}
