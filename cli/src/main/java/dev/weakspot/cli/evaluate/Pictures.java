package dev.weakspot.cli.evaluate;

import dev.weakspot.cli.chart.Chart;
import dev.weakspot.model.evaluation.Evaluation;
import dev.weakspot.model.evaluation.Report;
import dev.weakspot.model.evaluation.Scorecard;
import dev.weakspot.model.quality.PredictionLog.Bin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws how far predictions can be trusted, and how soon they become good. */
final class Pictures {

    /** Ours, and the two that a reader knows. */
    private static final List<String> SHOWN = List.of(Evaluation.OURS, "best_lr", "elo");

    /** Fewer predictions would draw chance. */
    private static final int LEAST_PREDICTIONS = 100;

    private Pictures() {}

    static void draw(Report report, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("reliability.svg"), reliability(report));
        Files.writeString(folder.resolve("auc-by-attempt.svg"), aucByAttempt(report));
    }

    private static String reliability(Report report) {
        var chart = new Chart(
                "Reliability", Chart.Axis.even("predicted success", 0, 1), Chart.Axis.even("observed success", 0, 1));
        chart.addDiagonal();
        shown(report)
                .forEach((name, scorecard) -> chart.addLine(
                        name,
                        scorecard.bins().stream()
                                .filter(bin -> bin.predictions() >= LEAST_PREDICTIONS)
                                .map(Pictures::point)
                                .toList()));
        return chart.toSvg();
    }

    private static Chart.Point point(Bin bin) {
        return new Chart.Point(bin.predicted(), bin.observed());
    }

    private static String aucByAttempt(Report report) {
        int octaves = shown(report).values().stream()
                .mapToInt(scorecard -> scorecard.experience().size())
                .max()
                .orElse(1);
        var chart = new Chart(
                "AUC by attempt",
                Chart.Axis.doubling("number of the learner's attempt", Math.max(1, octaves - 1)),
                Chart.Axis.even("AUC", .5, 1));
        shown(report)
                .forEach((name, scorecard) -> chart.addLine(
                        name,
                        scorecard.experience().stream()
                                .filter(part -> part.quality().predictions() >= LEAST_PREDICTIONS)
                                .map(part -> new Chart.Point(
                                        Integer.numberOfTrailingZeros(part.first()),
                                        part.quality().auc()))
                                .toList()));
        return chart.toSvg();
    }

    private static Map<String, Scorecard> shown(Report report) {
        Map<String, Scorecard> shown = new LinkedHashMap<>();
        for (String name : SHOWN) {
            Scorecard scorecard = report.scorecards().get(name);
            if (scorecard != null) {
                shown.put(name, scorecard);
            }
        }
        return shown;
    }
}
