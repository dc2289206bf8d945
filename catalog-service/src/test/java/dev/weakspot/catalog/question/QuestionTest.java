package dev.weakspot.catalog.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weakspot.catalog.topic.TopicSlug;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    private static final TopicSlug LISTS = TopicSlug.of("lists");
    private static final TopicSlug LOOPS = TopicSlug.of("loops");
    private static final URI SOURCE = URI.create("https://docs.python.org/3/");

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3601})
    void aQuestionTakesFromASecondToAnHour(int seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> question(Duration.ofSeconds(seconds), List.of(LISTS), Map.of(), SOURCE))
                .withMessage("expected_seconds must be from 1 to 3600");
    }

    @Test
    void aTopicIsNamedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> question(Duration.ofSeconds(1), List.of(LISTS, LISTS), Map.of(), SOURCE))
                .withMessage("a topic is named twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://docs.python.org/3/", "docs.python.org", "javascript:alert(1)"})
    void aSourceIsASafeAddress(String source) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> question(Duration.ofSeconds(1), List.of(LISTS), Map.of(), URI.create(source)))
                .withMessage("a source must be an https address");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void aWeightIsAShareOfTheMainTopics(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> question(Duration.ofSeconds(1), List.of(LISTS, LOOPS), Map.of(LOOPS, weight), SOURCE))
                .withMessage("the weight of loops must be above 0 and at most 1");
    }

    @Test
    void onlyFurtherTopicsHaveWeights() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> question(Duration.ofSeconds(1), List.of(LISTS, LOOPS), Map.of(LISTS, 0.5), SOURCE))
                .withMessage("lists has a weight and is none of the further topics");
    }

    @Test
    void aFullWeightIsAsGoodAsNone() {
        assertThat(question(Duration.ofSeconds(1), List.of(LISTS, LOOPS), Map.of(LOOPS, 1.0), SOURCE))
                .isEqualTo(question(Duration.ofSeconds(1), List.of(LISTS, LOOPS), Map.of(), SOURCE));
    }

    private static Question question(
            Duration expectedTime, List<TopicSlug> topics, Map<TopicSlug, Double> weights, URI source) {
        return new Question(
                Kind.DEFINITION,
                Level.JUNIOR,
                0,
                expectedTime,
                topics,
                new TopicWeights(weights),
                "",
                "Whether …",
                "What is a list?",
                List.of(),
                "",
                new AnswerKey.ShortText(List.of("a sequence"), ""),
                "A list is a sequence.",
                List.of(source),
                Question.BANKS_LICENCE,
                List.of());
    }
}
