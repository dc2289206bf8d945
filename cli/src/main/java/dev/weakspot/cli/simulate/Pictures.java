package dev.weakspot.cli.simulate;

import dev.weakspot.cli.chart.Chart;
import dev.weakspot.model.simulation.Comparison;
import dev.weakspot.model.simulation.Comparison.Performance;
import dev.weakspot.model.simulation.Mean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Draws how well policies find weak topics, and what they teach. */
final class Pictures {

    private Pictures() {}

    static void draw(Comparison comparison, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("weakest-topics-found.svg"), weakestTopicsFound(comparison));
        Files.writeString(folder.resolve("learning-gain.svg"), learningGain(comparison));
    }

    /** A line for each policy: the share of the weakest three topics found, by number of attempts. */
    private static String weakestTopicsFound(Comparison comparison) {
        var checkpoints = comparison.performances().getFirst().found().navigableKeySet();
        List<Chart.Tick> ticks = checkpoints.stream()
                .map(attempts -> new Chart.Tick(attempts, attempts.toString()))
                .toList();
        double most = comparison.performances().stream()
                .flatMap(performance -> performance.found().values().stream())
                .mapToDouble(found -> found.pAt3().value())
                .max()
                .orElse(1);
        var chart = new Chart(
                "Weakest three topics found",
                new Chart.Axis("attempts", 0, checkpoints.last(), ticks),
                tenths("P@3", most));
        for (Performance performance : comparison.performances()) {
            chart.addLine(
                    performance.policy(),
                    performance.found().entrySet().stream()
                            .map(entry -> new Chart.Point(
                                    entry.getKey(), entry.getValue().pAt3().value()))
                            .toList());
        }
        return chart.toSvg();
    }

    /** From 0 to the next tenth, so that lines keep clear of the legend. */
    private static Chart.Axis tenths(String name, double most) {
        int last = Math.max(1, (int) Math.ceil(10 * most));
        List<Chart.Tick> ticks = IntStream.rangeClosed(0, last)
                .mapToObj(tenth -> new Chart.Tick(tenth / 10.0, String.format(Locale.ROOT, "%.1f", tenth / 10.0)))
                .toList();
        return new Chart.Axis(name, 0, last / 10.0, ticks);
    }

    /** A bar for each policy: the learning gain as a multiple of the random policy's, with two standard errors. */
    private static String learningGain(Comparison comparison) {
        List<Performance> performances = comparison.performances();
        double most = performances.stream()
                .mapToDouble(performance -> performance.gainVersusRandom().value())
                .max()
                .orElse(1);
        List<Chart.Tick> names = IntStream.range(0, performances.size())
                .mapToObj(i -> new Chart.Tick(i, performances.get(i).policy()))
                .toList();
        var chart = new Chart(
                "Learning gain",
                new Chart.Axis("policy", -.5, performances.size() - .5, names),
                Chart.Axis.even("multiple of random practice's", 0, Math.max(1, Math.ceil(most * 2) / 2)));
        IntStream.range(0, performances.size()).forEach(i -> {
            Mean gain = performances.get(i).gainVersusRandom();
            chart.addBar(new Chart.Point(i, gain.value()), 2 * gain.error());
        });
        return chart.toSvg();
    }
}
