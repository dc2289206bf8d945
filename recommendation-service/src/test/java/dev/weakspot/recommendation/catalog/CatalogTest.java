package dev.weakspot.recommendation.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.model.Kind;
import dev.weakspot.model.Question;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.Candidate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {

    private static final TopicSlug ORM = new TopicSlug("orm");

    @Test
    void anEvenChoiceStandsForManyQuestions() {
        Catalog catalog = catalogWithQuestionsOnOrm(1_000);

        List<Question> telling = catalog.tellingQuestions(ORM);

        assertThat(telling).hasSize(Catalog.MOST_TELLING).doesNotHaveDuplicates();
        assertThat(telling.getLast().id().value()).isEqualTo("q-0966");
    }

    /** Or a request would cost more, the more topics there are. */
    @Test
    void inACollectionOfManyTopicsFewQuestionsStandForEach() {
        List<CatalogTopic> topics = IntStream.range(0, 100)
                .mapToObj(i -> new CatalogTopic("topic-" + i, "A topic", "All", List.of(), false))
                .toList();
        Catalog catalog = new Catalog(topics, questionsOn("topic-7", 1_000));

        assertThat(catalog.tellingQuestions(new TopicSlug("topic-7"))).hasSize(7);
    }

    @Test
    void eachKindHasQuestionsThatStandForIt() {
        Catalog catalog = new Catalog(
                List.of(),
                List.of(
                        new CatalogQuestion("a", 1, "debugging", "junior", 0, List.of("orm"), 60, false),
                        new CatalogQuestion("b", 1, "definition", "junior", 0, List.of("orm"), 60, false),
                        new CatalogQuestion("c", 1, "debugging", "senior", 0, List.of("orm"), 60, false)));

        assertThat(catalog.tellingQuestionsByKind(ORM).get(new Kind("debugging")))
                .extracting(question -> question.id().value())
                .containsExactly("a", "c");
        assertThat(catalog.tellingQuestionsByKind(ORM)).hasSize(2);
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

    @ParameterizedTest
    @CsvSource({
        "orm, orm views",
        "spanish.verbs, spanish.nouns spanish.verbs",
        "spanish.verbs views, orm spanish.nouns spanish.verbs views",
        "orm.unheard-of, orm.deep",
    })
    void aLearnerIsLedThroughTheCollectionsThatTheyHaveAnsweredOn(String answered, String expected) {
        Catalog catalog = catalogWithTopics("views orm spanish.verbs spanish.nouns orm.deep");

        assertThat(catalog.topicsFor(Set.copyOf(slugs(answered)))).isEqualTo(slugs(expected));
    }

    @Test
    void aNewcomerBeginsWithTheDefaultCollection() {
        Catalog catalog = catalogWithTopics("views orm spanish.verbs");

        assertThat(catalog.topicsFor(Set.of())).isEqualTo(slugs("orm views"));
    }

    @Test
    void whoseCollectionIsGoneBeginsAnewWithTheDefaultOne() {
        Catalog catalog = catalogWithTopics("orm spanish.verbs");

        assertThat(catalog.topicsFor(Set.copyOf(slugs("latin.verbs")))).isEqualTo(slugs("orm"));
    }

    /** Or to compare them would read strings all over the heap. */
    @Test
    void questionsOfAKindShareIt() {
        Catalog catalog = new Catalog(
                List.of(),
                Stream.of("a", "b")
                        .map(id -> new CatalogQuestion(
                                id,
                                1,
                                String.valueOf("debugging".toCharArray()),
                                "junior",
                                0,
                                List.of("orm"),
                                60,
                                false))
                        .toList());

        List<Candidate> candidates = catalog.candidates(ORM);

        assertThat(candidates.getFirst().kind()).isSameAs(candidates.getLast().kind());
    }

    private static List<TopicSlug> slugs(String spaced) {
        return Stream.of(spaced.split(" ")).map(TopicSlug::new).toList();
    }

    private static Catalog catalogWithTopics(String spaced) {
        return new Catalog(
                slugs(spaced).stream()
                        .map(slug -> new CatalogTopic(slug.value(), "All about " + slug, "All", List.of(), false))
                        .toList(),
                List.of());
    }

    private static Catalog catalogWithQuestionsOnOrm(int count) {
        return new Catalog(List.of(), questionsOn("orm", count));
    }

    private static List<CatalogQuestion> questionsOn(String topic, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CatalogQuestion(
                        "q-%s".formatted(Integer.toString(10_000 + i).substring(1)),
                        1,
                        "definition",
                        "junior",
                        0,
                        List.of(topic),
                        60,
                        false))
                .toList();
    }
}
