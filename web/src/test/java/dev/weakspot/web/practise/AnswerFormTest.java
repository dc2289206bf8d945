package dev.weakspot.web.practise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.service.Question;
import dev.weakspot.web.service.Question.Option;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerFormTest {

    private static Question question(String type) {
        List<Option> options = List.of(new Option("a", "A"), new Option("b", "B"), new Option("c", "C"));
        return new Question("q", 1, "definition", "mid", 60, List.of("t"), null, "?", null, null, type, options, null);
    }

    private static AnswerForm form(Map<String, Object> fields) {
        return new AnswerForm(fields);
    }

    @Test
    void aChoiceIsNeeded() {
        assertThat(form(Map.of("choice", "b")).answerTo(question("single-choice")))
                .contains(Map.of("type", "single-choice", "choice", "b"));
        assertThat(form(Map.of()).answerTo(question("single-choice"))).isEmpty();
    }

    @Test
    void noneOfSeveralIsAnAnswerToo() {
        assertThat(form(Map.of("choices", List.of("a", "c"))).answerTo(question("multiple-choice")))
                .contains(Map.of("type", "multiple-choice", "choices", List.of("a", "c")));
        assertThat(form(Map.of("choices", "a")).answerTo(question("multiple-choice")))
                .contains(Map.of("type", "multiple-choice", "choices", List.of("a")));
        assertThat(form(Map.of()).answerTo(question("multiple-choice")))
                .contains(Map.of("type", "multiple-choice", "choices", List.of()));
    }

    @Test
    void anOrderHasEveryPlaceOnce() {
        assertThat(form(Map.of("place_a", "2", "place_b", "3", "place_c", "1")).answerTo(question("ordering")))
                .contains(Map.of("type", "ordering", "order", List.of("c", "a", "b")));
        assertThat(form(Map.of("place_a", "1", "place_b", "1", "place_c", "2")).answerTo(question("ordering")))
                .isEmpty();
        assertThat(form(Map.of("place_a", "1", "place_b", "2")).answerTo(question("ordering")))
                .isEmpty();
        assertThat(form(Map.of("place_a", "one", "place_b", "2", "place_c", "3"))
                        .answerTo(question("ordering")))
                .isEmpty();
    }

    @Test
    void linesEndAsTheServicesExpect() {
        assertThat(form(Map.of("text", "1\r\n2")).answerTo(question("code-output")))
                .contains(Map.of("type", "code-output", "text", "1\n2"));
        assertThat(form(Map.of("text", "  ")).answerTo(question("short-text"))).isEmpty();
    }
}
