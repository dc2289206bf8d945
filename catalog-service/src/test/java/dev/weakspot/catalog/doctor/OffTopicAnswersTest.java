package dev.weakspot.catalog.doctor;

import static dev.weakspot.catalog.doctor.AQuestion.bank;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffTopicAnswersTest {

    private static final String ABOUT_PARIS =
            "The tower was finished for the exhibition of 1889 and stands beside a river whose banks invite for long walks.";

    private static final String ABOUT_LOOPS =
            "A while loop tests its condition before each round and ends when it is false, room for a break or not.";

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
    void anAnswerThatSpeaksOfAnotherTopicIsAWarning() {
        List<AQuestion> questions = questionsAboutListsAndLoops();
        questions.getFirst().wantsSpeech(ABOUT_LOOPS);

        assertThat(check.examine(bank(questions.stream()))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.check()).isEqualTo("off-topic-answer");
            assertThat(finding.remedy())
                    .startsWith("The answer of lists-0 speaks of loops rather than of its own topic, lists.");
        });
    }

    @Test
    void anAnswerMaySpeakOfAnotherTopicOfItsQuestion() {
        List<AQuestion> questions = questionsAboutListsAndLoops();
        questions.getFirst().about("lists", "loops").wantsSpeech(ABOUT_LOOPS);

        assertThat(check.examine(bank(questions.stream()))).isEmpty();
    }

    @Test
    void answersThatKeepToTheirTopicsAreFine() {
        assertThat(check.examine(bank(questionsAboutListsAndLoops().stream()))).isEmpty();
    }

    @Test
    void aWordOrTwoNeedNotSayWhatTheyAreAbout() {
        assertThat(check.examine(bank(AQuestion.called("one").offers("*Yes, certainly", "No, never"))))
                .isEmpty();
    }

    private static List<AQuestion> questionsAboutListsAndLoops() {
        List<AQuestion> questions = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            questions.add(AQuestion.called("lists-" + n)
                    .about("lists")
                    .asks("How does a list grow when elements are appended, case " + n + "?")
                    .wantsSpeech("A list keeps spare room behind its elements, so appending mostly copies nothing.")
                    .explains("The list doubles its room when elements are appended and none is left."));
            questions.add(AQuestion.called("loops-" + n)
                    .about("loops")
                    .asks("When does a while loop end its rounds, case " + n + "?")
                    .wantsSpeech("The loop tests its condition before each round and ends when the condition is false.")
                    .explains("A while loop asks its condition before a round; break ends the loop at once."));
        }
        return questions;
    }
}
