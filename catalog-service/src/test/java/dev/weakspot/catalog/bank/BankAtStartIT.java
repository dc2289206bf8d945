package dev.weakspot.catalog.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weakspot.catalog.KafkaRecords;
import dev.weakspot.catalog.RunningCatalog;
import dev.weakspot.catalog.RunningCatalog.World;
import dev.weakspot.catalog.Writing;
import dev.weakspot.testbed.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files to the database and to the broker. */
class BankAtStartIT {

    private static final String TOPICS = "catalog.topics.v1";
    private static final String QUESTIONS = "catalog.questions.v1";

    private final World world = World.create();

    @Test
    void theBankReachesTheDatabaseAndTheBroker() {
        try (RunningCatalog catalog = startWithTestBank()) {
            assertThat(bank(catalog).toString())
                    .contains("\"files\":2")
                    .contains("\"topics\":{\"added\":2,\"changed\":0,\"unchanged\":0}")
                    .contains("\"questions\":{\"added\":6,\"unchanged\":0}")
                    .contains("\"refused\":[]");
            assertThat(world.count("select count(*) from question_version")).isEqualTo(6);
            assertThat(KafkaRecords.ids(KafkaRecords.of(world, TOPICS)))
                    .containsExactly("topic/variables/1", "topic/lists/1");
            assertThat(KafkaRecords.ids(KafkaRecords.of(world, QUESTIONS)))
                    .containsExactlyInAnyOrder(
                            "question/list-append/1",
                            "question/list-aliasing/1",
                            "question/list-or-tuple/2",
                            "question/list-sort-steps/1",
                            "question/names-are-bound/1",
                            "question/which-rebind/1");
        }
    }

    @Test
    void everyMessageOfTheRealBankKeepsTheContract() {
        try (RunningCatalog catalog = world.start(Map.of())) {
            JsonNode bank = bank(catalog);
            List<ConsumerRecord<String, String>> topics = KafkaRecords.of(world, TOPICS);
            List<ConsumerRecord<String, String>> questions = KafkaRecords.of(world, QUESTIONS);

            assertThat(bank.get("refused")).isEmpty();
            assertThat(topics).hasSize(bank.at("/topics/added").asInt()).allSatisfy(message -> {
                assertThat(Contracts.violations(TOPICS, message.value())).isEmpty();
                assertThat(message.key()).isEqualTo(payload(message).get("slug").asText());
            });
            assertThat(questions).hasSize(bank.at("/questions/added").asInt()).allSatisfy(message -> {
                assertThat(Contracts.violations(QUESTIONS, message.value())).isEmpty();
                assertThat(message.key())
                        .isEqualTo(payload(message).get("question_id").asText());
                assertThat(KafkaRecords.headers(message))
                        .containsOnlyKeys("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time", "content-type");
            });
        }
    }

    @Test
    void aRestartPublishesNothingTwice() {
        try (RunningCatalog first = startWithTestBank()) {
            bank(first);
            KafkaRecords.of(world, QUESTIONS);
        }

        try (RunningCatalog second = startWithTestBank()) {
            assertThat(bank(second).toString())
                    .contains("\"topics\":{\"added\":0,\"changed\":0,\"unchanged\":2}")
                    .contains("\"questions\":{\"added\":0,\"unchanged\":6}");
            assertThat(KafkaRecords.of(world, TOPICS)).hasSize(2);
            assertThat(KafkaRecords.of(world, QUESTIONS)).hasSize(6);
        }
    }

    @Test
    void aChangedTopicAndAHigherVersionArePublished(@TempDir Path folder) throws IOException {
        write(folder, "loops.yaml", loops("Loops", 1, "while"));
        try (RunningCatalog first = startWith(folder)) {
            bank(first);
        }
        write(folder, "loops.yaml", loops("Loops and iteration", 2, "for"));

        try (RunningCatalog second = startWith(folder)) {
            assertThat(bank(second).get("refused")).isEmpty();
            assertThat(KafkaRecords.ids(KafkaRecords.of(world, TOPICS)))
                    .containsExactly("topic/loops/1", "topic/loops/2");
            assertThat(KafkaRecords.ids(KafkaRecords.of(world, QUESTIONS)))
                    .containsExactly("question/which-loop/1", "question/which-loop/2");
        }
    }

    @Test
    void aChangedPublishedVersionIsRefusedByName(@TempDir Path folder) throws IOException {
        write(folder, "loops.yaml", loops("Loops", 1, "while"));
        try (RunningCatalog first = startWith(folder)) {
            bank(first);
        }
        write(folder, "loops.yaml", loops("Loops", 1, "for"));

        try (RunningCatalog second = startWith(folder)) {
            assertThat(refused(bank(second)))
                    .containsExactly(folder + "/loops.yaml:7: question 1 (which-loop): Version 1 of which-loop is"
                            + " published with another content. Give the new content a higher version.");
            assertThat(KafkaRecords.of(world, QUESTIONS)).hasSize(1);
        }
    }

    @Test
    void whatIsBadIsRefusedByNameAndTheRestGoesOn(@TempDir Path folder) throws IOException {
        write(folder, "broken.yaml", "topic: [");
        write(folder, "cycle-a.yaml", topic("cycle-a", "cycle-b"));
        write(folder, "cycle-b.yaml", topic("cycle-b", "cycle-a"));
        write(folder, "lonely.yaml", topic("lonely", "nowhere"));
        write(folder, "loops.yaml", loops("Loops", 1, "while"));
        write(folder, "more-loops.yaml", loops("Loops", 1, "while").replace("slug: loops", "slug: more-loops"));
        write(
                folder,
                "off-topic.yaml",
                loops("Off", 1, "while")
                        .replace("slug: loops", "slug: off-topic")
                        .replace("which-loop", "off-topic")
                        .replace("assesses:", "also_topics: [nothing]\n    assesses:"));

        try (RunningCatalog catalog = startWith(folder)) {
            assertThat(refused(bank(catalog)))
                    .containsExactlyInAnyOrder(
                            folder + "/broken.yaml:1: this is not YAML: expected the node content, but found"
                                    + " '<stream end>'",
                            folder + "/cycle-a.yaml:2: topic: the prerequisites form a cycle: cycle-a → cycle-b →"
                                    + " cycle-a",
                            folder + "/cycle-b.yaml:2: topic: the prerequisites form a cycle: cycle-b → cycle-a →"
                                    + " cycle-b",
                            folder + "/lonely.yaml:2: topic: These prerequisites are no topics: nowhere.",
                            folder + "/more-loops.yaml:7: question 1 (which-loop): the id is taken by " + folder
                                    + "/loops.yaml:7: question 1 (which-loop)",
                            folder + "/off-topic.yaml:7: question 1 (off-topic): These topics are not in the catalog:"
                                    + " nothing.");
            assertThat(KafkaRecords.ids(KafkaRecords.of(world, QUESTIONS))).containsExactly("question/which-loop/1");
            assertThat(KafkaRecords.of(world, TOPICS))
                    .extracting(ConsumerRecord::key)
                    .containsExactlyInAnyOrder("loops", "more-loops", "off-topic");
        }
    }

    @Test
    void anAuthorSeesWhatTheDoctorFindsInTheFilesAsTheyAreNow(@TempDir Path folder) throws IOException {
        write(folder, "loops.yaml", loops("Loops", 1, "while"));
        try (RunningCatalog catalog = startWith(folder)) {
            bank(catalog);
            write(folder, "loops.yaml", loops("Loops", 2, "while").replace("Which statement", "Which `statement"));

            JsonNode diagnosis = catalog.get("/api/v1/bank/findings", "author").json();

            assertThat(diagnosis.fieldNames())
                    .toIterable()
                    .containsExactly("questions", "graded_automatically", "topics", "coverage", "findings");
            assertThat(diagnosis.get("coverage").toString()).isEqualTo("{\"loops\":{\"definition\":1}}");
            assertThat(diagnosis.at("/findings/0").toString())
                    .startsWith("{\"severity\":\"error\",\"check\":\"markdown\",\"place\":\"" + folder
                            + "/loops.yaml:14\",\"remedy\":\"A back-tick has no partner");
        }
    }

    @Test
    void theServiceIsReadyWhileKafkaIsAwayAndPublishesLater() {
        var kafkaIsAway = Map.<String, Object>of(
                "weakspot.bank.resources", "test-bank", "kafka.bootstrap.servers", "127.0.0.1:9");
        try (RunningCatalog catalog = world.start(kafkaIsAway)) {
            bank(catalog);
            assertThat(catalog.get("/health/readiness").status()).isEqualTo(200);
        }

        try (RunningCatalog later = world.start()) {
            assertThat(later.get("/health/readiness").status()).isEqualTo(200);
            assertThat(KafkaRecords.of(world, QUESTIONS)).hasSize(6);
        }
    }

    private RunningCatalog startWithTestBank() {
        return world.start(Map.of("weakspot.bank.resources", "test-bank"));
    }

    private RunningCatalog startWith(Path folder) {
        return world.start(Map.of("weakspot.bank.resources", "no-bank", "weakspot.bank.folder", folder.toString()));
    }

    /** The report once the bank is loaded. */
    private static JsonNode bank(RunningCatalog catalog) {
        return await().until(
                        () -> catalog.get("/api/v1/bank", "author").json(),
                        bank -> bank.get("state").asText().equals("loaded"));
    }

    private static List<String> refused(JsonNode bank) {
        return bank.get("refused")
                .valueStream()
                .map(defect -> defect.get("file").asText() + ":" + defect.get("line") + ": "
                        + (defect.get("subject").asText().isEmpty()
                                ? ""
                                : defect.get("subject").asText() + ": ")
                        + defect.get("reason").asText())
                .toList();
    }

    private static JsonNode payload(ConsumerRecord<String, String> message) {
        return Writing.tree(message.value());
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String topic(String slug, String prerequisite) {
        return """
                topic:
                  slug: %s
                  title: Any title
                  group: Any group
                  prerequisites: [%s]
                """.formatted(slug, prerequisite);
    }

    private static String loops(String title, int version, String answer) {
        return """
                topic:
                  slug: loops
                  title: %s
                  group: Control flow
                  prerequisites: []
                questions:
                  - id: which-loop
                    version: %d
                    kind: definition
                    level: junior
                    difficulty: 0
                    expected_seconds: 20
                    assesses: Whether the candidate knows the loops.
                    stem: Which statement repeats?
                    answer: {type: short-text, accepted: [%s]}
                    explanation: It repeats.
                    sources: [https://docs.python.org/3/]
                """.formatted(title, version, answer);
    }
}
