package dev.weakspot.catalog.doctor;

import static dev.weakspot.catalog.doctor.AQuestion.bank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weakspot.catalog.question.Level;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What gives an answer away, and what leaves learners alone. */
class BiasTest {

    @Test
    void aCorrectChoiceThatIsAlwaysTheLongestIsAWarning() {
        ExaminedBank bank = bank(IntStream.range(0, 8)
                .mapToObj(n -> AQuestion.called("q" + n).offers("no", "*yes, it does", "nope", "never")));

        assertThat(new LongestCorrect().examine(bank)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.check()).isEqualTo("longest-correct");
            assertThat(finding.place()).isEqualTo("bank");
            assertThat(finding.remedy()).contains("in 8 of 8 questions");
        });
    }

    @Test
    void aCorrectChoiceThatIsOftenTheLongestMayBeChance() {
        ExaminedBank bank = bank(IntStream.range(0, 8).mapToObj(n -> AQuestion.called("q" + n)
                .offers("no", n < 4 ? "*yes, it does" : "*yes", "nope, it does not", "never")));

        assertThat(new LongestCorrect().examine(bank)).isEmpty();
    }

    @Test
    void aCorrectChoiceThatIsAlwaysTheSecondLongestIsAWarning() {
        ExaminedBank bank = bank(IntStream.range(0, 8)
                .mapToObj(n -> AQuestion.called("q" + n).offers("no", "never, in no case", "*yes, it does", "nope")));

        assertThat(new LongestCorrect().examine(bank)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.check()).isEqualTo("longest-correct");
            assertThat(finding.remedy()).startsWith("The second longest choice is the correct one in 8 of 8 questions");
        });
    }

    @Test
    void aCorrectChoiceThatIsAlwaysTheShortestIsAWarningHoweverManyThereAre() {
        ExaminedBank bank = bank(IntStream.range(0, 9).mapToObj(n -> AQuestion.called("q" + n)
                .offers(List.of("never|*no|often", "never|*no|often, yes|always", "never|*no|often, yes|always|mostly")
                        .get(n % 3)
                        .split("\\|", -1))));

        assertThat(new LongestCorrect().examine(bank)).singleElement().satisfies(finding -> assertThat(finding.remedy())
                .startsWith("The shortest choice is the correct one in 9 of 9 questions"));
    }

    @Test
    void correctChoicesAtAllPlacesByLengthAreFine() {
        ExaminedBank bank = bank(IntStream.range(0, 40).mapToObj(n -> AQuestion.called("q" + n)
                .offers(List.of("*a|bc|def|ghij", "a|*bc|def|ghij", "a|bc|*def|ghij", "a|bc|def|*ghij")
                        .get(n % 4)
                        .split("\\|", -1))));

        assertThat(new LongestCorrect().examine(bank)).isEmpty();
    }

    @Test
    void whatIsAsLongAsAnotherChoiceCannotBeGuessedByItsLength() {
        ExaminedBank bank = bank(IntStream.range(0, 20)
                .mapToObj(n -> AQuestion.called("q" + n).offers("never", "*often", "daily", "at no time")));

        assertThat(new LongestCorrect().examine(bank)).isEmpty();
    }

    @Test
    void aSingleChoiceThatSticksOutIsANote() {
        String long1 = "*It depends on how many elements there are, and on whether they are sorted already";

        assertThat(new LongestCorrect()
                        .examine(bank(AQuestion.called("one").offers("Never", long1, "Always", "Twice"))))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.NOTE);
    }

    @Test
    void aCorrectChoiceThatIsAlwaysAtOnePlaceIsAWarning() {
        ExaminedBank bank = bank(
                IntStream.range(0, 6).mapToObj(n -> AQuestion.called("q" + n).offers("no", "*yes", "nope", "never")));

        assertThat(new PositionBias().examine(bank)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.check()).isEqualTo("position-bias");
            assertThat(finding.remedy()).startsWith("The correct choice is b in 6 of 6 questions");
        });
    }

    @Test
    void aPlaceThatIsNeverCorrectIsAWarningInALargeBank() {
        ExaminedBank bank = bank(IntStream.range(0, 40).mapToObj(n -> AQuestion.called("q" + n)
                .offers(List.of("*one|two|three|four", "one|*two|three|four", "one|two|*three|four")
                        .get(n % 3)
                        .split("\\|", -1))));

        assertThat(new PositionBias().examine(bank)).singleElement().satisfies(finding -> assertThat(finding.remedy())
                .contains("is d in 0 of 40", "too seldom"));
    }

    @Test
    void correctChoicesAtAllPlacesAreFine() {
        ExaminedBank bank = bank(IntStream.range(0, 40).mapToObj(n -> AQuestion.called("q" + n)
                .offers(List.of("*one|two|three", "one|*two|three", "one|two|*three")
                        .get(n % 3)
                        .split("\\|", -1))));

        assertThat(new PositionBias().examine(bank)).isEmpty();
    }

    @Test
    void surpriseIsCountedInStandardDeviations() {
        assertThat(Surprise.of(12, Collections.nCopies(16, 0.5))).isEqualTo(2, within(1e-9));
        assertThat(Surprise.of(0, List.of())).isZero();
    }

    @Test
    void aLevelThatContradictsTheDifficultyIsAWarning() {
        ExaminedBank bank = bank(
                AQuestion.called("too-hard").at(Level.JUNIOR, 1.5),
                AQuestion.called("too-easy").at(Level.SENIOR, -1),
                AQuestion.called("extreme").at(Level.MID, 2.5),
                AQuestion.called("fine").at(Level.MID, 0.8));

        assertThat(new DifficultyBalance().examine(bank))
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.check()).isEqualTo("difficulty");
                })
                .extracting(Finding::place)
                .containsExactly("too-hard.yaml:8", "too-easy.yaml:8", "extreme.yaml:8");
    }

    @Test
    void aBankThatIsTooHardForMostIsAWarning() {
        assertThat(new DifficultyBalance().examine(bankWithDifficulties(0.7, 1.9)))
                .extracting(Finding::remedy)
                .anySatisfy(remedy -> assertThat(remedy).startsWith("The mean difficulty is 1.3"));
    }

    @Test
    void aBankWhoseQuestionsAreAllAlikeIsAWarning() {
        assertThat(new DifficultyBalance().examine(bankWithDifficulties(0, 0.5)))
                .extracting(Finding::remedy)
                .contains("All questions are about equally hard. Set their difficulties apart.");
    }

    @Test
    void aLevelWithoutQuestionsIsAWarning() {
        assertThat(new DifficultyBalance().examine(bankWithDifficulties(-1, 1)))
                .extracting(Finding::remedy)
                .containsExactly(
                        "Only 0 of 24 questions are for the level junior. Write more.",
                        "Only 0 of 24 questions are for the level senior. Write more.");
    }

    @Test
    void aTopicWhoseQuestionsAreAllAlikeIsANote() {
        ExaminedBank bank = bank(
                AQuestion.called("one"), AQuestion.called("two"), AQuestion.called("three"), AQuestion.called("four"));

        assertThat(new DifficultyBalance().examine(bank)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
            assertThat(finding.place()).isEqualTo("lists.yaml:5");
        });
    }

    private static ExaminedBank bankWithDifficulties(double easy, double hard) {
        return bank(IntStream.range(0, 24)
                .mapToObj(n -> AQuestion.called("q" + n).at(Level.MID, n % 2 == 0 ? easy : hard)));
    }
}
