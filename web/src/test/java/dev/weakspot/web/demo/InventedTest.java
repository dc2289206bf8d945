package dev.weakspot.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.service.KeyedQuestion;
import dev.weakspot.web.service.KeyedQuestion.AnswerKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InventedTest {

    private static final List<KeyedQuestion.Option> OPTIONS = List.of(
            new KeyedQuestion.Option("a", false),
            new KeyedQuestion.Option("b", true),
            new KeyedQuestion.Option("c", false));

    private static Optional<Map<String, Object>> answer(String type, boolean right) {
        boolean ordering = type.equals("ordering");
        @Nullable List<KeyedQuestion.Option> choices = ordering ? null : OPTIONS;
        @Nullable List<KeyedQuestion.Option> items = ordering ? OPTIONS : null;
        var key = new AnswerKey(type, choices, items, List.of("yes"), "1\n", List.of(new KeyedQuestion.Criterion("x")));
        var question = new KeyedQuestion("q", 1, 0, 60, List.of("t"), key);
        return Invented.answer(question, right, new SplittableRandom(1));
    }

    @Test
    void rightAnswersAreThoseOfTheKey() {
        assertThat(answer("single-choice", true)).contains(Map.of("type", "single-choice", "choice", "b"));
        assertThat(answer("multiple-choice", true))
                .contains(Map.of("type", "multiple-choice", "choices", List.of("b")));
        assertThat(answer("short-text", true)).contains(Map.of("type", "short-text", "text", "yes"));
        assertThat(answer("code-output", true)).contains(Map.of("type", "code-output", "text", "1\n"));
        assertThat(answer("ordering", true)).contains(Map.of("type", "ordering", "order", List.of("a", "b", "c")));
        assertThat(answer("rubric", true)).contains(Map.of("type", "rubric", "met", List.of("x")));
    }

    @Test
    void wrongOnesAreNot() {
        assertThat(answer("single-choice", false)).isNotEqualTo(answer("single-choice", true));
        assertThat(answer("multiple-choice", false)).isNotEqualTo(answer("multiple-choice", true));
        assertThat(answer("short-text", false)).isNotEqualTo(answer("short-text", true));
        assertThat(answer("ordering", false)).isNotEqualTo(answer("ordering", true));
    }

    @Test
    void whatIsNotKnownHereIsNotAnswered() {
        assertThat(answer("essay", true)).isEmpty();
    }
}
