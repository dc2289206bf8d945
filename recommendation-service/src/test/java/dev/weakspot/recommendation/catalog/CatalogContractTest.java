package dev.weakspot.recommendation.catalog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.recommendation.catalog.CatalogChange.QuestionPublished;
import dev.weakspot.recommendation.catalog.CatalogChange.TopicPublished;
import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Example;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** We can read all that the contract allows the catalog to say, what comes from the future included. */
class CatalogContractTest {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    static Stream<Example> topics() {
        return Contracts.examples("catalog.topics.v1").stream().filter(example -> !example.isTombstone());
    }

    static Stream<Example> questions() {
        return Contracts.examples("catalog.questions.v1").stream().filter(example -> !example.isTombstone());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyGoldenTopicIsDrawn(Example example) throws IOException {
        TopicPublished topic = requireNonNull(JSON.readValue(example.payload(), TopicPublished.class));

        assertThat(topic.slug()).isEqualTo(example.key());
        assertThat(topic.title()).isEqualTo("QuerySets and lookups");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyGoldenQuestionIsDrawn(Example example) throws IOException {
        QuestionPublished question = requireNonNull(JSON.readValue(example.payload(), QuestionPublished.class));

        assertThat(question.questionId()).isEqualTo(example.key());
        assertThat(question.topics()).contains("orm-queries");
    }

    @Test
    void theFutureIsReadForWhatWeKnowOfIt() throws IOException {
        Example future = questions()
                .filter(example -> example.name().equals("from-the-future"))
                .findFirst()
                .orElseThrow();

        QuestionPublished question = requireNonNull(JSON.readValue(future.payload(), QuestionPublished.class));

        assertThat(question)
                .isEqualTo(new QuestionPublished(
                        "queryset-is-lazy", 9, "haiku", "junior", -.5, List.of("orm-queries"), 45));
    }
}
