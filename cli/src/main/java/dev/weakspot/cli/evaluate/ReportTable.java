package dev.weakspot.cli.evaluate;

import dev.weakspot.model.evaluation.Report;
import dev.weakspot.model.evaluation.Scorecard;
import dev.weakspot.model.evaluation.WeakTopicTrial.Ranking;
import dev.weakspot.model.quality.Interval;
import java.util.Formatter;
import java.util.Locale;
import java.util.Map;

/** A report for people. */
final class ReportTable {

    private final Formatter table = new Formatter(Locale.ROOT);

    private ReportTable() {}

    static String of(Report report) {
        var table = new ReportTable();
        table.addModels(report.scorecards());
        table.addWeakTopics(report.weakTopics());
        return table.table.toString();
    }

    private void addModels(Map<String, Scorecard> scorecards) {
        table.format("%-20s", "");
        for (String measure : new String[] {"AUC", "log loss", "ECE", "Brier"}) {
            table.format("%-26s", measure);
        }
        table.format("%6s %6s%n", "µs", "bytes");
        scorecards.forEach((name, scorecard) -> {
            table.format("%-20s", name);
            addNumber(scorecard.quality().auc(), scorecard.intervals().auc());
            addNumber(scorecard.quality().logLoss(), scorecard.intervals().logLoss());
            addNumber(scorecard.quality().ece(), scorecard.intervals().ece());
            addNumber(scorecard.quality().brier(), scorecard.intervals().brier());
            table.format(
                    "%6.2f %6.0f%n",
                    scorecard.cost().microseconds(), scorecard.cost().bytes());
        });
        long predictions = scorecards.values().stream()
                .mapToLong(scorecard -> scorecard.quality().predictions())
                .max()
                .orElse(0);
        table.format("%n%,d predictions. In brackets: 95 %% of results, were learners drawn anew.", predictions);
        table.format(" µs and bytes: to predict one answer and learn from it.%n");
        table.format(
                "weakspot is our model, LEAN; docs/learner-model.md explains it, the others and the measures.%n%n");
    }

    private void addNumber(double value, Interval interval) {
        table.format("%.4f [%.4f, %.4f]   ", value, interval.low(), interval.high());
    }

    private void addWeakTopics(Map<String, Ranking> rankings) {
        table.format("%-20s%12s %8s %8s%n", "weak topics", "concordance", "P@3", "NDCG@3");
        rankings.forEach((name, ranking) -> table.format(
                "%-20s%12.4f %8.4f %8.4f%n", name, ranking.concordance(), ranking.precisionAt3(), ranking.ndcg3()));
        int learners =
                rankings.values().stream().mapToInt(Ranking::learners).max().orElse(0);
        table.format("%nTopics of %,d learners, ranked in the middle of their histories; ", learners);
        table.format("the truth is how they did afterwards.");
    }
}
