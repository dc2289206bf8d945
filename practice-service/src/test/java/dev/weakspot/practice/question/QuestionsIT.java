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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
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

    /** This instance hears nothing of it: only the database tells. */
    @Test
    void aWithdrawalThatAnotherInstanceHeardOfIsNoticed() throws SQLException {
        hear(published("elsewhere", 1));
        isWithdrawn("elsewhere", 1);

        // A partition that this instance does not own.
        execute("update question set withdrawn = true where id = 'elsewhere';"
                + "insert into inbox_offset (topic, partition, next_offset) values ('" + topic() + "', 1000, 1)");

        Awaitility.await().until(() -> isWithdrawn("elsewhere", 1));
    }

    @Test
    void aQuestionIsNotReadAgainWhileNothingIsHeard() throws SQLException {
        hear(published("quiet", 1));
        var clock = new AtomicLong();
        try (ExecutorService blocking = Executors.newSingleThreadExecutor()) {
            var questions = new Questions(
                    practice.bean(QuestionRows.class), practice.bean(JsonMapper.class), topic(), blocking, clock::get);
            isWithdrawn("quiet", 1, questions);
            execute("update question set withdrawn = true where id = 'quiet'");
            clock.addAndGet(Duration.ofMinutes(9).toNanos());

            assertThat(isWithdrawn("quiet", 1, questions)).isFalse();
        }
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

    private static String topic() {
        return practice.bean(Environment.class).getRequiredProperty("weakspot.topics.catalog-questions", String.class);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = practice.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean isWithdrawn(String question, int version) {
        return isWithdrawn(question, version, practice.bean(Questions.class));
    }

    private static boolean isWithdrawn(String question, int version, Questions questions) {
        return questions
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
