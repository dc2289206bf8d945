package dev.weakspot.catalog.doctor;

import static dev.weakspot.catalog.doctor.AQuestion.bank;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.question.Kind;
import dev.weakspot.catalog.question.QuestionId;
import dev.weakspot.catalog.topic.TopicSlug;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoveredTopicsTest {

    private static final Coverage.Minimum NOTHING = new Coverage.Minimum(0, 0, 0, 0, 0);

    private final ExaminedBank bank = bank(
            AQuestion.called("one").of(Kind.HOW_TO),
            AQuestion.called("two").of(Kind.HOW_TO).about("lists", "sets").wantsSpeech("I append."));

    @Test
    void aKindThatNobodyAsksForIsAWarning() {
        List<Finding> findings = examine(NOTHING, Kind.HOW_TO, Kind.COMPARE, Kind.COMPARE);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.check()).isEqualTo("coverage");
            assertThat(finding.place()).isEqualTo("coverage.json:7");
            assertThat(finding.remedy())
                    .startsWith("No question of kind compare has lists as its main topic; 2 wanted.");
        });
    }

    @Test
    void fewerQuestionsThanThingsToAskIsANote() {
        assertThat(examine(NOTHING, Kind.HOW_TO, Kind.HOW_TO, Kind.HOW_TO))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
                    assertThat(finding.remedy()).startsWith("lists has 2 of 3 things to ask as how-to.");
                });
    }

    @Test
    void aThingWhoseQuestionIsNamedNeedsThatQuestion() {
        var answered = List.of(howTo("append", "one"), howTo("append to both", "one", "two"), howTo("extend", "two"));

        assertThat(examine(NOTHING, answered)).isEmpty();
        assertThat(examine(NOTHING, List.of(howTo("append", "one", "three"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.check()).isEqualTo("coverage");
                    assertThat(finding.place()).isEqualTo("coverage.json:8");
                    assertThat(finding.remedy())
                            .startsWith("three is to answer \"append\", and there is no such question about lists.");
                });
    }

    @Test
    void aQuestionAboutAnotherTopicIsNoAnswer() {
        var sets = new Coverage.Wanted(TopicSlug.of("sets"), "coverage.json:7", List.of(howTo("add", "one")));

        assertThat(new CoveredTopics(new Coverage("coverage.json:1", List.of(sets), List.of(), NOTHING)).examine(bank))
                .extracting(Finding::place)
                .contains("coverage.json:8");
    }

    @Test
    void aTopicNeedsEnoughQuestionsOfEnoughKinds() {
        assertThat(examine(new Coverage.Minimum(0, 0, 3, 2, 0), Kind.HOW_TO))
                .extracting(Finding::remedy)
                .containsExactly(
                        "Questions about lists: 2, and at least 3 are wanted. Write what is missing.",
                        "Kinds of questions about lists: 1, and at least 2 are wanted. Write what is missing.");
    }

    @Test
    void theBankNeedsEnoughQuestionsAndEnoughWithAKey() {
        assertThat(examine(new Coverage.Minimum(3, 2, 0, 0, 0)))
                .extracting(Finding::remedy)
                .containsExactly(
                        "Questions in the bank: 2, and at least 3 are wanted. Write what is missing.",
                        "Questions graded with a key: 1, and at least 2 are wanted. Write what is missing.");
    }

    @Test
    void onlyAMainTopicCounts() {
        var wanted = new Coverage(
                "coverage.json:1",
                List.of(),
                List.of(new Coverage.WantedToo(TopicSlug.of("sets"), "coverage.json:9")),
                new Coverage.Minimum(0, 0, 0, 0, 1));

        assertThat(new CoveredTopics(wanted).examine(bank))
                .extracting(Finding::place)
                .containsExactly("coverage.json:9");
    }

    private static Coverage.Gist howTo(String words, String... answeredBy) {
        return new Coverage.Gist(
                Kind.HOW_TO,
                "coverage.json:8",
                words,
                Stream.of(answeredBy).map(QuestionId::of).toList());
    }

    private List<Finding> examine(Coverage.Minimum minimum, Kind... gists) {
        return examine(
                minimum,
                Stream.of(gists)
                        .map(kind -> new Coverage.Gist(kind, "coverage.json:8", "", List.of()))
                        .toList());
    }

    private List<Finding> examine(Coverage.Minimum minimum, List<Coverage.Gist> gists) {
        var lists = new Coverage.Wanted(TopicSlug.of("lists"), "coverage.json:7", gists);
        return new CoveredTopics(new Coverage("coverage.json:1", List.of(lists), List.of(), minimum)).examine(bank);
    }
}
