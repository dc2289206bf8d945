package dev.weakspot.catalog.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.topic.Topic;
import dev.weakspot.catalog.topic.TopicSlug;
import io.micronaut.validation.validator.Validator;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BankTest {

    private static final String QUESTION = """
            questions:
              - id: what-is-it
                version: 1
                kind: definition
                level: junior
                difficulty: 0
                expected_seconds: 20
                assesses: Whether …
                stem: What is it?
                answer: {type: short-text, accepted: [it]}
                explanation: It is.
                sources: [https://docs.python.org/3/]
            """;

    private final BankReader reader = new BankReader(Validator.getInstance());

    @Test
    void topicsComeAfterTheirPrerequisites() {
        Bank bank = Bank.of(List.of(file("a", "b", "c"), file("b", "c"), file("c")));

        assertThat(bank.topics())
                .extracting(BankTopic::topic)
                .extracting(Topic::slug)
                .containsExactly(TopicSlug.of("c"), TopicSlug.of("b"), TopicSlug.of("a"));
    }

    @Test
    void anIdBelongsToTheFirstFileThatUsesIt() {
        Bank bank = Bank.of(List.of(read("a", topic("a") + QUESTION), read("b", topic("b") + QUESTION)));

        assertThat(bank.questions())
                .extracting(question -> question.place().file())
                .containsExactly("bank/a.yaml");
        assertThat(bank.defects())
                .extracting(Defect::toString)
                .containsExactly("bank/b.yaml:7: question 1 (what-is-it): the id is taken by"
                        + " bank/a.yaml:7: question 1 (what-is-it)");
    }

    @Test
    void aSlugBelongsToTheFirstFileThatUsesIt() {
        Bank bank = Bank.of(List.of(file("a"), reader.read(new Source("more/a.yaml", topic("a")))));

        assertThat(bank.topics()).hasSize(1);
        assertThat(bank.defects())
                .extracting(Defect::toString)
                .containsExactly("more/a.yaml:2: topic: the slug is taken by bank/a.yaml:2: topic");
    }

    @Test
    void eachTopicOfACycleIsRefusedByName() {
        Bank bank = Bank.of(List.of(file("a", "b"), file("b", "a"), file("c", "a"), file("d")));

        assertThat(bank.topics())
                .extracting(candidate -> candidate.topic().slug().value())
                .containsExactlyInAnyOrder("c", "d");
        assertThat(bank.defects())
                .extracting(Defect::toString)
                .containsExactly(
                        "bank/a.yaml:2: topic: the prerequisites form a cycle: a → b → a",
                        "bank/b.yaml:2: topic: the prerequisites form a cycle: b → a → b");
    }

    private BankFile file(String slug, String... prerequisites) {
        return read(slug, topic(slug, prerequisites));
    }

    private BankFile read(String slug, String text) {
        return reader.read(new Source("bank/" + slug + ".yaml", text));
    }

    private static String topic(String slug, String... prerequisites) {
        return """
                topic:
                  slug: %s
                  title: Any title
                  group: Any group
                  prerequisites: %s
                """.formatted(slug, Arrays.toString(prerequisites));
    }
}
