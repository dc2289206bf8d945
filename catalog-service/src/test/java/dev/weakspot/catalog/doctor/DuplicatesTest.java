package dev.weakspot.catalog.doctor;

import static dev.weakspot.catalog.doctor.AQuestion.bank;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DuplicatesTest {

    private static final String SETS =
            "A set and a list hold the same thousand names. In which of them is it faster to find out whether a name is there?";

    private final Check check = new Duplicates();

    @Test
    void theSameQuestionUnderAnotherIdIsAnError() {
        ExaminedBank bank = bank(
                AQuestion.called("one").asks(SETS).offers("*The set", "The list"),
                AQuestion.called("other")
                        .asks(SETS.replace(". ", ".\n\n").toUpperCase(java.util.Locale.ROOT))
                        .offers("*The set", "The list"));

        assertThat(check.examine(bank)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.check()).isEqualTo("exact-duplicate");
            assertThat(finding.place()).isEqualTo("other.yaml:10");
            assertThat(finding.remedy()).contains("one (one.yaml:10)", "similarity 1.00");
        });
    }

    @Test
    void theSameQuestionInOtherWordsIsAWarningThatSaysHowAlikeTheyAre() {
        ExaminedBank bank = bank(
                AQuestion.called("one").asks(SETS),
                AQuestion.called("other").asks(SETS.replace("faster", "quicker")),
                AQuestion.called("third").asks("What does slicing a string with a negative step return?"));

        assertThat(check.examine(bank)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.check()).isEqualTo("near-duplicate");
            assertThat(finding.remedy()).containsPattern("similarity 0\\.[6-9]\\d");
        });
    }

    @Test
    void anotherEndingOrOrderOfWordsMakesNoOtherQuestion() {
        assertThat(check.examine(bank(
                        AQuestion.called("one").asks("How do you sort a list of books by their titles?"),
                        AQuestion.called("other").asks("Sorting books of a list by title: how?"))))
                .hasSize(1);
    }

    @Test
    void otherChoicesDoNotHideTheSameStem() {
        assertThat(check.examine(bank(
                        AQuestion.called("one").asks(SETS).offers("*The set", "The list", "Neither"),
                        AQuestion.called("other").asks(SETS).offers("*Hashing wins", "Scanning wins", "It depends"))))
                .singleElement()
                .extracting(Finding::check)
                .isEqualTo("near-duplicate");
    }

    @Test
    void aShortStemMayBeUsedAgain() {
        assertThat(check.examine(bank(
                        AQuestion.called("one")
                                .asks("Which is right?")
                                .offers("*Tuples are hashable", "Lists sort themselves"),
                        AQuestion.called("other")
                                .asks("Which is right?")
                                .offers("*Strings never change", "Dictionaries repeat keys"))))
                .isEmpty();
    }
}
