package dev.weakspot.recommendation.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weakspot.inbox.UnreadableMessage;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.TestQuestion;
import dev.weakspot.recommendation.catalog.CatalogChange.QuestionPublished;
import dev.weakspot.recommendation.catalog.CatalogChange.QuestionWithdrawn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalog's events may come twice, late, and after what followed them. */
class DrawCatalogIT {

    private static RecommendationService service;

    @BeforeAll
    static void start() {
        service = RecommendationService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void anOldVersionThatComesAgainChangesNothing() {
        hear(published("old", 1), published("old", 2));

        hear(published("old", 1));

        assertThat(drawn("old")).isEqualTo("2 f");
    }

    @Test
    void aRepeatedPublicationDoesNotBringAWithdrawnQuestionBack() {
        hear(published("gone", 1), new QuestionWithdrawn("gone"), published("gone", 1));

        assertThat(drawn("gone")).isEqualTo("1 t");
    }

    @Test
    void aNewVersionBringsAWithdrawnQuestionBack() {
        hear(published("back", 1), new QuestionWithdrawn("back"), published("back", 2));

        assertThat(drawn("back")).isEqualTo("2 f");
    }

    /** As of what was drawn before we kept it: V009 has it read again. */
    @Test
    void anExpectedTimeThatIsMissingIsAddedAndNothingElseChanges() {
        hear(published("kept", 2), published("withdrawn", 1), new QuestionWithdrawn("withdrawn"));
        service.update("update catalog_question set expected_seconds = null where id in ('kept', 'withdrawn')");

        hear(published("kept", 1), published("withdrawn", 1));
        List<String> before = expectedSeconds("kept", "withdrawn");
        hear(published("kept", 2));

        assertThat(before).containsExactly("null", "90");
        assertThat(expectedSeconds("kept", "withdrawn")).containsExactly("90", "90");
        assertThat(drawn("kept")).isEqualTo("2 f");
        assertThat(drawn("withdrawn")).isEqualTo("1 t");
    }

    private static List<String> expectedSeconds(String... questions) {
        return service.query("select coalesce(expected_seconds::text, 'null') from catalog_question where id in ('"
                + String.join("', '", questions) + "') order by id");
    }

    @Test
    void aQuestionThatNamesATopicTwiceIsUnreadableAndSaysSo() {
        var question = new TestQuestion("twice", 0, List.of("orm", "views", "orm"));
        String published = String.valueOf(question.published().value());

        assertThatThrownBy(() -> service.bean(CatalogListener.class)
                        .decode(new ConsumerRecord<>(
                                "catalog.questions.v1",
                                0,
                                0,
                                "twice".getBytes(StandardCharsets.UTF_8),
                                published.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessage("The message is not a question to suggest: a topic is named twice");
    }

    private static CatalogChange published(String question, int version) {
        return new QuestionPublished(question, version, "definition", "mid", 0, List.of("orm"), 90);
    }

    private static void hear(CatalogChange... changes) {
        service.inTransaction(() -> service.bean(DrawCatalog.class).apply(List.of(changes)));
    }

    private static String drawn(String question) {
        return service.query("select version, withdrawn from catalog_question where id = '" + question + "'")
                .getFirst();
    }
}
