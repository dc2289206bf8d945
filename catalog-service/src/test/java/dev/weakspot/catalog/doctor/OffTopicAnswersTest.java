package dev.weakspot.catalog.doctor;

import static dev.weakspot.catalog.doctor.AQuestion.bank;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OffTopicAnswersTest {

    private static final String ABOUT_PARIS =
            "The tower was finished for the exhibition of 1889 and stands beside a river whose banks invite for long walks.";

    private final Check check = new OffTopicAnswers();

    @Test
    void anAnswerThatMentionsNothingOfItsTopicIsAWarning() {
        ExaminedBank bank = bank(AQuestion.called("one").wantsSpeech(ABOUT_PARIS));

        assertThat(check.examine(bank)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.check()).isEqualTo("off-topic-answer");
            assertThat(finding.place()).isEqualTo("one.yaml:15");
            assertThat(finding.remedy()).startsWith("The answer of one");
        });
    }

    @Test
    void soIsAnExplanation() {
        assertThat(check.examine(
                        bank(AQuestion.called("one").explains(ABOUT_PARIS).wantsTerm("append"))))
                .extracting(Finding::place)
                .contains("one.yaml:20");
    }

    @Test
    void whatTheOtherQuestionsOfTheTopicSaySpeaksForAnAnswer() {
        AQuestion other =
                AQuestion.called("other").asks("When was the tower finished?").explains(ABOUT_PARIS);

        assertThat(check.examine(bank(AQuestion.called("one").wantsSpeech(ABOUT_PARIS), other)))
                .isEmpty();
    }

    @Test
    void aWordOrTwoNeedNotSayWhatTheyAreAbout() {
        assertThat(check.examine(bank(AQuestion.called("one").offers("*Yes, certainly", "No, never"))))
                .isEmpty();
    }
}
