package dev.weakspot.recommendation.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.model.Question;
import dev.weakspot.model.TopicSlug;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final TopicSlug ORM = new TopicSlug("orm");

    @Test
    void anEvenChoiceStandsForManyQuestions() {
        Catalog catalog = catalogWithQuestionsOnOrm(1_000);

        List<Question> telling = catalog.tellingQuestions(ORM);

        assertThat(telling).hasSize(Catalog.TELLING_QUESTIONS).doesNotHaveDuplicates();
        assertThat(telling.getLast().id().value()).isEqualTo("q-0990");
    }

    @Test
    void fewQuestionsStandForThemselves() {
        Catalog catalog = catalogWithQuestionsOnOrm(3);

        assertThat(catalog.tellingQuestions(ORM))
                .isEqualTo(catalog.questions(ORM))
                .hasSize(3);
    }

    @Test
    void aTopicThatNobodyToldUsOfIsCalledByItsSlug() {
        assertThat(catalogWithQuestionsOnOrm(1).title(ORM)).isEqualTo("orm");
    }

    private static Catalog catalogWithQuestionsOnOrm(int count) {
        return new Catalog(
                List.of(),
                IntStream.range(0, count)
                        .mapToObj(i -> new CatalogQuestion(
                                "q-%s".formatted(Integer.toString(10_000 + i).substring(1)),
                                1,
                                "definition",
                                "junior",
                                0,
                                List.of("orm"),
                                false))
                        .toList());
    }
}
