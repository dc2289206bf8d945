package dev.weakspot.catalog.doctor;

import static dev.weakspot.catalog.doctor.AQuestion.bank;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedAnswersTest {

    private static final String SPEECH =
            "A tuple is a fixed record. It cannot change after it is made, so it can be the key of a"
                    + " dictionary as long as all of its parts are hashable too.";

    private final Check check = new SharedAnswers();

    @Test
    void aSentenceThatAnswersTwoQuestionsIsAWarning() {
        ExaminedBank bank = bank(
                AQuestion.called("one")
                        .offers("*It binds another name to the same list", "It copies")
                        .explains("One."),
                AQuestion.called("other")
                        .offers("It fails", "*It binds another name to the same list.")
                        .explains("Two."));

        assertThat(check.examine(bank)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.check()).isEqualTo("shared-answer");
            assertThat(finding.place()).isEqualTo("other.yaml:15");
            assertThat(finding.remedy()).startsWith("one, other share");
        });
    }

    @Test
    void aTermMayBeAskedFromTwoSidesButNotFromThree() {
        AQuestion one = AQuestion.called("one").wantsTerm("append").explains("First.");
        AQuestion two = AQuestion.called("two").wantsTerm("`Append()`").explains("Second.");
        AQuestion three = AQuestion.called("three").wantsTerm("append").explains("Third.");

        assertThat(check.examine(bank(one, two)))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.NOTE);
        assertThat(check.examine(bank(one, two, three)))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void anExplanationIsWrittenForOneQuestion() {
        assertThat(check.examine(bank(
                        AQuestion.called("one").wantsTerm("append"),
                        AQuestion.called("other").wantsTerm("extend"))))
                .extracting(Finding::remedy)
                .anySatisfy(remedy -> assertThat(remedy).startsWith("one, other have the same explanation"));
    }

    @Test
    void aModelAnswerWithAFewOtherWordsIsStillTheSame() {
        assertThat(check.examine(bank(
                        AQuestion.called("one").wantsSpeech(SPEECH).explains("First."),
                        AQuestion.called("other")
                                .wantsSpeech(SPEECH.replace("made", "created"))
                                .explains("Second."))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.remedy()).containsPattern("similarity 0\\.[789]\\d");
                });
    }

    @Test
    void programsMayPrintTheSame() {
        var prints = new dev.weakspot.catalog.question.AnswerKey.CodeOutput("True False True False True\n");

        assertThat(check.examine(bank(
                        AQuestion.called("one").wants(prints).explains("An empty list is false."),
                        AQuestion.called("other").wants(prints).explains("Strings compare letter by letter."))))
                .isEmpty();
    }
}
