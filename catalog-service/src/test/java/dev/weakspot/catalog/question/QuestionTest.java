package dev.weakspot.catalog.question;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weakspot.catalog.topic.TopicSlug;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    private static final TopicSlug LISTS = TopicSlug.of("lists");
    private static final URI SOURCE = URI.create("https://docs.python.org/3/");

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3601})
    void aQuestionTakesFromASecondToAnHour(int seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> question(Duration.ofSeconds(seconds), List.of(LISTS), SOURCE))
                .withMessage("expected_seconds must be from 1 to 3600");
    }

    @Test
    void aTopicIsNamedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> question(Duration.ofSeconds(1), List.of(LISTS, LISTS), SOURCE))
                .withMessage("a topic is named twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://docs.python.org/3/", "docs.python.org", "javascript:alert(1)"})
    void aSourceIsASafeAddress(String source) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> question(Duration.ofSeconds(1), List.of(LISTS), URI.create(source)))
                .withMessage("a source must be an https address");
    }

    private static Question question(Duration expectedTime, List<TopicSlug> topics, URI source) {
        return new Question(
                Kind.DEFINITION,
                Level.JUNIOR,
                0,
                expectedTime,
                topics,
                "",
                "Whether …",
                "What is a list?",
                List.of(),
                new AnswerKey.ShortText(List.of("a sequence"), ""),
                "A list is a sequence.",
                List.of(source),
                List.of());
    }
}
