package dev.weakspot.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.progress.CalibrationView.Verdict;
import dev.weakspot.web.service.Calibration;
import dev.weakspot.web.service.Calibration.Mean;
import dev.weakspot.web.service.Calibration.SelfGrades;
import dev.weakspot.web.service.Calibration.Sureness;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationViewTest {

    @ParameterizedTest
    @CsvSource({
        "0.75, 10, 0.10, TOO_FEW",
        "0.75, 100, 0.50, TOO_SURE",
        "0.75, 100, 0.90, TOO_CAUTIOUS",
        "0.75, 100, 0.72, FITS",
        // A difference that chance makes easily is none.
        "0.75, 20, 0.65, FITS",
        // One that is certain but hardly a difference is none either.
        "0.75, 100000, 0.71, FITS"
    })
    void theVerdictWaitsUntilItIsMoreThanChance(double certainty, int attempts, double score, Verdict verdict) {
        assertThat(view(new Sureness(certainty, attempts, score)).verdict()).isEqualTo(verdict);
    }

    @Test
    void fewAnswersHaveNoVerdictInAnyRow() {
        assertThat(view(new Sureness(0.95, 19, 0.1)).isEnough()).isFalse();
        assertThat(view(new Sureness(0.95, 20, 0.1)).isEnough()).isTrue();
    }

    @Test
    void cautiousGuessesDoNotMakeUpForBeingTooSureWhenCertain() {
        CalibrationView view = view(new Sureness(0.25, 50, 0.5), new Sureness(0.95, 50, 0.7));

        assertThat(view.verdict()).isEqualTo(Verdict.TOO_SURE_AT_THE_TOP);
        assertThat(view.rows())
                .extracting(CalibrationView.Row::verdict)
                .containsExactly(Verdict.TOO_CAUTIOUS, Verdict.TOO_SURE);
    }

    @Test
    void withoutCertaintyNothingIsSaid() {
        CalibrationView view = view();

        assertThat(view.rows()).isEmpty();
        assertThat(view.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(view.self()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "60, 0.9, 60, 0.5, TOO_SURE",
        "60, 0.3, 60, 0.7, TOO_CAUTIOUS",
        "60, 0.6, 60, 0.5, FITS",
        "5, 0.9, 60, 0.1, TOO_FEW"
    })
    void ownGradesAreComparedWithThoseOfAKey(int own, double ownMean, int keyed, double keyedMean, Verdict verdict) {
        var grades = new SelfGrades(own, ownMean, new Mean(keyed, keyedMean));

        CalibrationView view = CalibrationView.of(new Calibration(List.of(), grades));

        assertThat(view.self()).map(CalibrationView.Self::verdict).hasValue(verdict);
    }

    @Test
    void ownGradesWithoutAnythingToCompareThemWithAreNotShown() {
        var alone = new SelfGrades(3, 0.5, new Mean(0, null));

        assertThat(CalibrationView.of(new Calibration(List.of(), alone)).self()).isEmpty();
    }

    private static CalibrationView view(Sureness... certainty) {
        return CalibrationView.of(new Calibration(List.of(certainty), null));
    }
}
