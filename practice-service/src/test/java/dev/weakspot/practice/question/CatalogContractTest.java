package dev.weakspot.practice.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weakspot.practice.PracticeService;
import dev.weakspot.practice.grading.AnswerKey;
import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Example;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** We can read every question that the contract allows, one from the future included, if we know its type of answer. */
class CatalogContractTest {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    static Stream<Example> published() {
        return PracticeService.questions();
    }

    @ParameterizedTest
    @MethodSource("published")
    void everyGoldenQuestionCanBeGraded(Example example) throws IOException {
        Question question = read(example.payload());

        assertThat(question.id().question()).isEqualTo(example.key());
        assertThat(question.topics()).isNotEmpty();
    }

    @Test
    void theFutureIsReadForWhatWeKnowOfIt() throws IOException {
        Example future = published()
                .filter(example -> example.name().equals("from-the-future"))
                .findFirst()
                .orElseThrow();

        Question question = read(future.payload());

        assertThat(question.kind()).isEqualTo("haiku");
        assertThat(question.key()).isInstanceOf(AnswerKey.SingleChoice.class);
    }

    @Test
    void whatIsOptionalIsReadToo() throws IOException {
        Example ordering = published()
                .filter(example -> example.name().equals("ordering"))
                .findFirst()
                .orElseThrow();

        Question question = read(ordering.payload());

        assertThat(question.topicWeights()).containsExactly(Map.entry("templates", 0.3));
        assertThat(question.howToAnswer()).startsWith("Find the moment");
        assertThat(question.key()).isInstanceOfSatisfying(AnswerKey.Ordering.class, key -> assertThat(key.items())
                .extracting(AnswerKey.Item::id)
                .containsExactly("c", "a", "d", "b"));
    }

    @Test
    void aQuestionWithoutAnAnswerKeyIsUnreadable() {
        assertThatThrownBy(
                        () -> read("{\"question_id\":\"a\",\"version\":1,\"kind\":\"definition\",\"topics\":[\"b\"]}"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aQuestionThatNamesATopicTwiceIsUnreadable() {
        String question = published().findFirst().orElseThrow().payload();
        String twice = question.replaceFirst("\"topics\":\\s*\\[", "\"topics\":[\"views\",\"views\",");

        assertThatThrownBy(() -> read(twice)).isInstanceOf(IOException.class);
    }

    /** Not as a question that takes no answer: it is parked until we know better. */
    @Test
    void aTypeOfAnswerFromTheFutureIsUnreadable() {
        Example future = Contracts.examples("catalog.questions.v1").stream()
                .filter(example -> example.name().equals("from-the-future-answer"))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> read(future.payload())).isInstanceOf(IOException.class);
    }

    private static Question read(String payload) throws IOException {
        return PublishedQuestion.read(JSON, payload.getBytes(StandardCharsets.UTF_8))
                .toQuestion(false);
    }
}
