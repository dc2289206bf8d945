package dev.weakspot.practice.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.practice.PracticeService;
import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Example;
import io.micronaut.context.env.Environment;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalog's events may come twice, late, and after what followed them. */
class QuestionsIT {

    private static PracticeService practice;

    @BeforeAll
    static void start() {
        practice = PracticeService.start();
    }

    @AfterAll
    static void stop() {
        practice.close();
    }

    @Test
    void aRepeatedPublicationDoesNotBringAWithdrawnQuestionBack() {
        CatalogChange published = published("lazy", 1);

        hear(published, new CatalogChange.Withdrawn("lazy"), published);

        assertThat(isWithdrawn("lazy", 1)).isTrue();
    }

    @Test
    void aNewVersionBringsAWithdrawnQuestionBack() {
        hear(published("eager", 1), new CatalogChange.Withdrawn("eager"), published("eager", 2));

        assertThat(isWithdrawn("eager", 1)).isFalse();
    }

    /** Nothing of it comes by here but what is in the database. */
    @Test
    void aWithdrawalThatAnotherInstanceHeardOfIsNoticed() throws SQLException {
        hear(published("elsewhere", 1));
        assertThat(isWithdrawn("elsewhere", 1)).isFalse();
        String topic =
                practice.bean(Environment.class).getRequiredProperty("weakspot.topics.catalog-questions", String.class);

        try (Connection connection = practice.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update question set withdrawn = true where id = 'elsewhere';"
                    + "insert into inbox_offset (topic, partition, next_offset) values ('" + topic + "', 1000, 1)");
        }

        Awaitility.await().until(() -> isWithdrawn("elsewhere", 1));
    }

    /** A catalog that was upgraded before us: docs/runbook.md says what to do then. */
    @Test
    void aTypeOfAnswerFromTheFutureIsParkedWithItsOrigin() {
        Example future = example("from-the-future-answer");

        practice.send(future.key(), future.payload());

        Awaitility.await().untilAsserted(() -> assertThat(practice.messages(PracticeService.QUESTIONS + ".parked"))
                .singleElement()
                .satisfies(parked -> {
                    assertThat(parked.key()).isEqualTo(future.key());
                    assertThat(parked.value()).isEqualTo(future.payload());
                    assertThat(header(parked, "parked_topic")).endsWith(PracticeService.QUESTIONS);
                    assertThat(header(parked, "parked_offset")).isEqualTo("0");
                    assertThat(header(parked, "parked_by")).isEqualTo(CatalogListener.GROUP);
                    assertThat(header(parked, "parked_reason"))
                            .isEqualTo("The message is not a question that this service can grade");
                }));
    }

    private static void hear(CatalogChange... changes) {
        Questions questions = practice.bean(Questions.class);
        List.of(changes).forEach(questions::apply);
    }

    private static boolean isWithdrawn(String question, int version) {
        return practice.bean(Questions.class)
                .find(new QuestionVersion(question, version))
                .join()
                .orElseThrow()
                .withdrawn();
    }

    private static CatalogChange published(String question, int version) {
        String content = example("single-choice")
                .payload()
                .replace("queryset-is-lazy", question)
                .replace("\"version\":1", "\"version\":" + version);
        try {
            byte[] value = content.getBytes(StandardCharsets.UTF_8);
            return new CatalogChange.Published(
                    PublishedQuestion.read(practice.bean(JsonMapper.class), value)
                            .toQuestion(false),
                    content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example example(String name) {
        return Contracts.examples(PracticeService.QUESTIONS).stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
