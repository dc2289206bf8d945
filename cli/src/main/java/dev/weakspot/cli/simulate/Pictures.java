package dev.weakspot.cli.simulate;

import dev.weakspot.model.simulation.Comparison;
import dev.weakspot.model.simulation.Comparison.Performance;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two small pictures of a comparison, as SVG. */
final class Pictures {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 56;
    private static final int RIGHT = 480;
    private static final int TOP = 40;
    private static final int BOTTOM = 320;

    /** Told apart by the colour-blind, too: M. Okabe and K. Ito, "Color universal design", 2008. */
    private static final List<String> COLOURS =
            List.of("#999999", "#56B4E9", "#E69F00", "#CC79A7", "#D55E00", "#009E73", "#0072B2", "#000000");

    private Pictures() {}

    /** A line for each policy: the share of the weakest three topics found, by number of attempts. */
    static String weakestTopicsFound(Comparison comparison) {
        var shapes = new StringBuilder();
        List<Performance> performances = comparison.performances();
        int most = performances.getFirst().found().lastKey();
        for (double share : List.of(.2, .4, .6, .8)) {
            grid(shapes, y(share), String.format(Locale.ROOT, "%.1f", share));
        }
        for (int attempts : performances.getFirst().found().keySet()) {
            text(shapes, x(attempts, most), BOTTOM + 18, "middle", String.valueOf(attempts));
        }
        IntStream.range(0, performances.size()).forEach(i -> {
            Performance performance = performances.get(i);
            String points = performance.found().entrySet().stream()
                    .map(entry -> number(x(entry.getKey(), most)) + ","
                            + number(y(entry.getValue().pAt3().value())))
                    .collect(Collectors.joining(" "));
            shapes.append(String.format(
                    Locale.ROOT,
                    "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"/>%n",
                    points,
                    colour(i)));
            legend(shapes, i, performance.policy());
        });
        return picture("Share of the weakest three topics found, by attempts", shapes);
    }

    /** A bar for each policy: the learning gain as a multiple of the random policy's, with two standard errors. */
    static String learningGain(Comparison comparison) {
        var shapes = new StringBuilder();
        List<Performance> performances = comparison.performances();
        double most = performances.stream()
                .mapToDouble(performance -> performance.gainVersusRandom().value())
                .max()
                .orElse(1);
        double scale = (BOTTOM - TOP) / (1.1 * most);
        grid(shapes, BOTTOM - scale, "1.0");
        double width = (double) (RIGHT - LEFT) / performances.size();
        IntStream.range(0, performances.size()).forEach(i -> {
            Performance performance = performances.get(i);
            double gain = performance.gainVersusRandom().value();
            double reach = 2 * performance.gainVersusRandom().error();
            double height = Math.max(0, scale * gain);
            double middle = LEFT + width * (i + .5);
            shapes.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                    middle - width * .35,
                    BOTTOM - height,
                    width * .7,
                    height,
                    colour(i)));
            shapes.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$.1f\" y2=\"%3$.1f\" stroke=\"#000\"/>%n",
                    middle,
                    BOTTOM - scale * (gain - reach),
                    BOTTOM - scale * (gain + reach)));
            text(shapes, middle, BOTTOM + 18, "middle", String.format(Locale.ROOT, "%.2f", gain));
            legend(shapes, i, performance.policy());
        });
        return picture("Learning gain, as a multiple of random practice", shapes);
    }

    private static String picture(String title, StringBuilder shapes) {
        var svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">%n",
                WIDTH,
                HEIGHT));
        svg.append(String.format("<title>%s</title>%n", title));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        text(svg, LEFT, TOP - 16, "start", title);
        return svg.append(shapes).append("</svg>\n").toString();
    }

    private static void grid(StringBuilder shapes, double y, String label) {
        shapes.append(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" x2=\"%d\" y1=\"%3$.1f\" y2=\"%3$.1f\" stroke=\"#ddd\"/>%n",
                LEFT,
                RIGHT,
                y));
        text(shapes, LEFT - 8, y + 4, "end", label);
    }

    private static void legend(StringBuilder shapes, int place, String policy) {
        int y = TOP + 22 * place;
        shapes.append(String.format(
                "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>%n", RIGHT + 24, y, colour(place)));
        text(shapes, RIGHT + 42, y + 11, "start", policy.replace('_', ' '));
    }

    private static void text(StringBuilder shapes, double x, double y, String anchor, String text) {
        shapes.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }

    private static double x(int attempts, int most) {
        return LEFT + (double) (RIGHT - LEFT) * attempts / most;
    }

    /** From 0 at the bottom to 1 at the top. */
    private static double y(double share) {
        return BOTTOM - share * (BOTTOM - TOP);
    }

    private static String colour(int place) {
        return COLOURS.get(place % COLOURS.size());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
