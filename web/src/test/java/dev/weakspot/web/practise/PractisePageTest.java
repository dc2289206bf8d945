package dev.weakspot.web.practise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.page.Language;
import dev.weakspot.web.page.Shown;
import dev.weakspot.web.service.Attempt;
import dev.weakspot.web.service.Attempt.Feedback;
import dev.weakspot.web.service.Beliefs.Belief;
import dev.weakspot.web.service.Question;
import dev.weakspot.web.service.Question.Option;
import dev.weakspot.web.service.Reveal;
import dev.weakspot.web.service.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PractisePageTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Session.Item ITEM =
            new Session.Item(1, UUID.randomUUID(), "q", 1, List.of("http"), "recommendation", null);
    private static final Session SET = new Session(UUID.randomUUID(), "running", 5, null, NOW, List.of(ITEM), 1);

    @ParameterizedTest
    @EnumSource
    void whatAProgramPrintsStandsBesideWhatWasSaid(Language language) {
        String text = Shown.text(feedback(
                language,
                "code-output",
                Map.of("text", "make a\nmake c\n__more__"),
                new Feedback("line 1", true, "make a"),
                new Feedback("line 2", false, "__init__ b")));

        assertThat(text)
                .containsSubsequence(
                        language.text("feedback.expected"),
                        "__init__ b",
                        language.text("feedback.your-line"),
                        "make c",
                        language.text("feedback.expected"),
                        language.text("feedback.no-line"),
                        language.text("feedback.your-line"),
                        "__more__")
                .doesNotContain("line 1");
    }

    @ParameterizedTest
    @EnumSource
    void theRightOrderIsNumbered(Language language) {
        String text = Shown.text(feedback(
                language,
                "ordering",
                Map.of("order", List.of("b", "a")),
                new Feedback("a", false, "Because."),
                new Feedback("b", false, "")));

        assertThat(text).containsSubsequence(language.text("feedback.right-order"), "1.", "Alpha", "2.", "Beta");
    }

    @Test
    void aCriterionIsShownByWhatItSays() {
        String html = feedback(
                Language.ENGLISH,
                "rubric",
                Map.of("met", List.of("trade-off")),
                new Feedback("trade-off", true, "Names what it costs"));

        assertThat(Shown.text(html)).containsOnlyOnce("Names what it costs").doesNotContain("trade-off");
    }

    @Test
    void aTermIsRemarkedUponWithoutTheWordAnswer() {
        String text = Shown.text(feedback(
                Language.ENGLISH,
                "short-text",
                Map.of("text", "it"),
                new Feedback("answer", false, "It is a lock."),
                new Feedback("accepted", true, "__lock__")));

        assertThat(text)
                .containsOnlyOnce("It is a lock.")
                .containsOnlyOnce("Right answer: __lock__")
                .doesNotContain(" answer It");
    }

    @Test
    void anEstimateThatStandsStillIsNotSaidToMove() {
        var belief = new Belief("http", "HTTP", 0.281, 0.1, 0.5, 7, NOW);

        assertThat(Shown.text(feedback(Optional.of(28), belief))).contains("unchanged at 28\u00a0%");
        assertThat(Shown.text(feedback(Optional.of(27), belief))).contains("moved from 27 % to 28\u00a0%");
        assertThat(Shown.text(feedback(Optional.empty(), belief))).contains("is 28\u00a0% now");
        assertThat(Shown.text(feedback(Optional.empty(), new Belief("http", "HTTP", 0.281, 0.1, 0.5, 1, NOW))))
                .contains("a first estimate of 28\u00a0%");
    }

    @ParameterizedTest
    @EnumSource
    void afterTheModelAnswerThereIsOnlyGradingLeft(Language language) {
        var model = new Reveal.ModelAnswer("So.", List.of(new Reveal.Criterion("trade-off", "Names what it costs", 2)));

        String before = rubric(language, Optional.empty());
        String after = rubric(language, Optional.of(model));

        assertThat(before).contains("data-hint");
        assertThat(Shown.text(after))
                .contains("Names what it costs", language.text("self.grade"))
                .doesNotContain(language.text("question.certainty"), "trade-off");
        assertThat(after).doesNotContain("data-hint");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenTakesTheFocusAndSaysHowItIsSent(Language language) {
        String html = Shown.page(
                language, "question", view(question("code-output", List.of()), Optional.empty(), Optional.empty()));

        assertThat(html).containsPattern("<textarea name=\"text\"[^>]* autofocus");
        assertThat(Shown.text(html)).contains("Ctrl / ⌘ + Enter " + language.text("practise.keys-answer"));
        assertThat(html).contains(language.text("question.unreachable"));
    }

    private static String rubric(Language language, Optional<Reveal.ModelAnswer> model) {
        var outline = new Reveal.Outline(null, List.of("A point"));
        return Shown.page(
                language, "question", view(question("rubric", List.of("Think.")), Optional.of(outline), model));
    }

    private static QuestionView view(
            Question question, Optional<Reveal.Outline> outline, Optional<Reveal.ModelAnswer> model) {
        var form = new AnswerForm(Map.of());
        return new QuestionView(
                SET, ITEM, question, "HTTP", Optional.empty(), 0, 1, outline, model, 0, form, Optional.empty());
    }

    private static String feedback(Language language, String type, Map<String, Object> answer, Feedback... remarks) {
        return feedback(language, type, answer, List.of(remarks), Optional.empty(), Optional.empty());
    }

    private static String feedback(Optional<Integer> was, Belief belief) {
        return feedback(Language.ENGLISH, "short-text", Map.of("text", "it"), List.of(), was, Optional.of(belief));
    }

    private static String feedback(
            Language language,
            String type,
            Map<String, Object> answer,
            List<Feedback> remarks,
            Optional<Integer> was,
            Optional<Belief> belief) {
        var attempt = new Attempt(
                ITEM.attemptId(), 7, "q", 1, answer, 0.5, false, "answer-key", remarks, "", null, null, NOW);
        var answered = new Answered(question(type, List.of()), attempt);
        return Shown.page(language, "feedback", new FeedbackView(SET, ITEM, answered, "HTTP", was, false, belief));
    }

    private static Question question(String type, List<String> hints) {
        List<Option> items =
                type.equals("ordering") ? List.of(new Option("b", "Beta"), new Option("a", "Alpha")) : List.of();
        return new Question(
                "q", 1, "definition", "mid", 60, List.of("http"), null, "?", hints, null, type, null, items);
    }
}
