package dev.weakspot.practice.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.practice.PracticeService;
import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Example;
import java.util.List;
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
        String content = Contracts.examples(PracticeService.QUESTIONS).stream()
                .filter(example -> example.name().equals("single-choice"))
                .map(Example::payload)
                .findFirst()
                .orElseThrow()
                .replace("queryset-is-lazy", question)
                .replace("\"version\": 1", "\"version\": " + version);
        return new CatalogChange.Published(new QuestionVersion(question, version), content);
    }
}
