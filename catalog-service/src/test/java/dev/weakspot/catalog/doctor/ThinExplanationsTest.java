package dev.weakspot.catalog.doctor;

import static dev.weakspot.catalog.doctor.AQuestion.bank;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThinExplanationsTest {

    private final Check check = new ThinExplanations();

    @Test
    void textsThatSayNothingAreWarnings() {
        ExaminedBank bank = bank(AQuestion.called("one").explains("It is so.").assesses("Lists."));

        assertThat(check.examine(bank))
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING))
                .extracting(Finding::check)
                .containsExactly("thin-explanation", "thin-aim");
    }

    @Test
    void aHealthyQuestionSaysEnough() {
        assertThat(check.examine(bank(AQuestion.called("one")))).isEmpty();
    }
}
