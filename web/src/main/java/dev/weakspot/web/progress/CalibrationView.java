package dev.weakspot.web.progress;

import dev.weakspot.web.chart.Area;
import dev.weakspot.web.chart.DotPlot;
import dev.weakspot.web.chart.Interval;
import dev.weakspot.web.service.Calibration;
import dev.weakspot.web.service.Calibration.Mean;
import dev.weakspot.web.service.Calibration.SelfGrades;
import dev.weakspot.web.service.Calibration.Sureness;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How well a learner knows what they know.
 *
 * @param rows by certainty, the least certain first
 * @param verdict over all rows
 * @param self how they grade themselves; nothing without such grades
 */
public record CalibrationView(List<Row> rows, Verdict verdict, Optional<Self> self, DotPlot plot) {

    /** Fewer answers than this say nothing. */
    static final int ENOUGH = 20;

    /** A smaller difference is not worth a word, however certain it is. */
    private static final double WORTH_A_WORD = 0.05;

    private static final Area AREA = new Area(340, 310, 46, 12, 328, 268);

    /** Whether somebody expects more than they reach. */
    public enum Verdict {
        TOO_FEW("too-few"),
        TOO_SURE("too-sure"),
        TOO_CAUTIOUS("too-cautious"),
        TOO_SURE_AT_THE_TOP("too-sure-at-the-top"),
        FITS("fits");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** Last part of the keys of its texts. */
        public String word() {
            return word;
        }

        /** Of two uncertain means: careful, since it asks for intervals that do not even touch. */
        static Verdict between(Interval own, Interval other, int fewerAnswers) {
            if (fewerAnswers < ENOUGH) {
                return TOO_FEW;
            }
            return own.isAbove(other.high()) ? TOO_SURE : own.isBelow(other.low()) ? TOO_CAUTIOUS : FITS;
        }

        static Verdict of(double expected, Interval outcome, int answers) {
            if (answers < ENOUGH) {
                return TOO_FEW;
            }
            if (Math.abs(expected - outcome.value()) < WORTH_A_WORD) {
                return FITS;
            }
            return outcome.isBelow(expected) ? TOO_SURE : outcome.isAbove(expected) ? TOO_CAUTIOUS : FITS;
        }
    }

    /** What came of answers that somebody was so certain of. */
    public record Row(double certainty, int answers, Interval outcome) {

        /** Once there are enough over all rows, few in one are no reason to be silent: the interval is wide enough then. */
        public Verdict verdict() {
            return Verdict.of(certainty, outcome, ENOUGH);
        }
    }

    /**
     * Grades that somebody gave themselves, beside those that an answer key gave them on the same topics.
     *
     * @param verdict too sure is too generous, too cautious too strict
     */
    public record Self(int answers, Interval own, int keyedAnswers, Interval keyed, Verdict verdict) {

        static Optional<Self> of(SelfGrades grades) {
            Mean keyed = grades.sameTopicsByKey();
            if (grades.attempts() == 0 || grades.meanScore() == null) {
                return Optional.empty();
            }
            if (keyed == null || keyed.attempts() == 0 || keyed.meanScore() == null) {
                return Optional.empty();
            }
            Interval own = Interval.of(grades.meanScore(), grades.attempts());
            Interval other = Interval.of(keyed.meanScore(), keyed.attempts());
            Verdict verdict = Verdict.between(own, other, Math.min(grades.attempts(), keyed.attempts()));
            return Optional.of(new Self(grades.attempts(), own, keyed.attempts(), other, verdict));
        }
    }

    /** Whether there are enough answers for any verdict. */
    public boolean isEnough() {
        return verdict != Verdict.TOO_FEW;
    }

    static CalibrationView of(Calibration calibration) {
        List<Row> rows = calibration.certainty().stream()
                .filter(sureness -> sureness.attempts() > 0)
                .sorted(Comparator.comparingDouble(Sureness::certainty))
                .map(sureness -> new Row(
                        sureness.certainty(),
                        sureness.attempts(),
                        Interval.of(sureness.meanScore(), sureness.attempts())))
                .toList();
        List<DotPlot.Outcome> outcomes = rows.stream()
                .map(row -> new DotPlot.Outcome(row.certainty(), row.outcome(), row.answers()))
                .toList();
        return new CalibrationView(
                rows,
                verdict(rows),
                Optional.ofNullable(calibration.selfGrades()).flatMap(Self::of),
                DotPlot.of(AREA, outcomes));
    }

    private static Verdict verdict(List<Row> rows) {
        int answers = rows.stream().mapToInt(Row::answers).sum();
        if (answers == 0) {
            return Verdict.TOO_FEW;
        }
        double expected = rows.stream()
                        .mapToDouble(row -> row.certainty() * row.answers())
                        .sum()
                / answers;
        double reached = rows.stream()
                        .mapToDouble(row -> row.outcome().value() * row.answers())
                        .sum()
                / answers;
        Verdict all = Verdict.of(expected, Interval.of(reached, answers), answers);
        // Too cautious when guessing and too sure when certain cancel each other out, and are not the same as both
        // fitting.
        return all == Verdict.FITS && rows.getLast().verdict() == Verdict.TOO_SURE ? Verdict.TOO_SURE_AT_THE_TOP : all;
    }
}
