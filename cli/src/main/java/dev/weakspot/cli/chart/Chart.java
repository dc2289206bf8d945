package dev.weakspot.cli.evaluate;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Lines over two axes, as SVG. */
final class Chart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int MARGIN = 60;

    /** Colours that colour-blind readers can tell apart (M. Okabe and K. Ito, "Color universal design", 2008). */
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7");

    private static final String GREY = "#999999";
    private static final String PALE = "#dddddd";

    private final Axis x;
    private final Axis y;
    private final Formatter svg = new Formatter(Locale.ROOT);
    private int lines;

    Chart(String title, Axis x, Axis y) {
        this.x = x;
        this.y = y;
        svg.format(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='13'>%n",
                WIDTH, HEIGHT);
        svg.format("<rect width='%d' height='%d' fill='white'/>%n", WIDTH, HEIGHT);
        svg.format("<text x='%d' y='30' font-size='17'>%s</text>%n", MARGIN, title);
        svg.format("<text x='%d' y='%d'>%s</text>%n", WIDTH / 2 - MARGIN, HEIGHT - 15, x.name());
        svg.format("<text x='15' y='%1$d' transform='rotate(-90 15 %1$d)'>%2$s</text>%n", HEIGHT / 2, y.name());
        addTicks();
    }

    /** What is shown from where to where. */
    record Axis(String name, double from, double to, List<Tick> ticks) {

        private static final int TICKS = 5;

        Axis {
            ticks = List.copyOf(ticks);
        }

        static Axis even(String name, double from, double to) {
            return new Axis(
                    name,
                    from,
                    to,
                    IntStream.rangeClosed(0, TICKS)
                            .mapToObj(tick -> from + tick * (to - from) / TICKS)
                            .map(at -> new Tick(at, String.format(Locale.ROOT, "%.1f", at)))
                            .toList());
        }

        /** Logarithms to the base of two, from that of 1 to that of the largest power shown. */
        static Axis doubling(String name, int power) {
            return new Axis(
                    name,
                    0,
                    power,
                    IntStream.rangeClosed(0, power)
                            .mapToObj(tick -> new Tick(tick, Integer.toString(1 << tick)))
                            .toList());
        }

        double share(double value) {
            return (value - from) / (to - from);
        }
    }

    record Tick(double at, String label) {}

    record Point(double x, double y) {}

    void addDiagonal() {
        addPath(List.of(new Point(x.from(), y.from()), new Point(x.to(), y.to())), GREY);
    }

    void addLine(String name, List<Point> points) {
        String colour = COLOURS.get(lines % COLOURS.size());
        lines++;
        addPath(points, colour);
        for (Point point : points) {
            svg.format("<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>%n", across(point.x()), down(point.y()), colour);
        }
        int legend = HEIGHT - MARGIN - 18 * (lines + 1);
        svg.format("<text x='%d' y='%d' fill='%s'>%s</text>%n", WIDTH - MARGIN - 120, legend, colour, name);
    }

    String toSvg() {
        return svg + "</svg>\n";
    }

    private void addTicks() {
        for (Tick tick : x.ticks()) {
            addPath(List.of(new Point(tick.at(), y.from()), new Point(tick.at(), y.to())), PALE);
            svg.format(
                    "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>%n",
                    across(tick.at()), HEIGHT - MARGIN + 18, tick.label());
        }
        for (Tick tick : y.ticks()) {
            addPath(List.of(new Point(x.from(), tick.at()), new Point(x.to(), tick.at())), PALE);
            svg.format(
                    "<text x='%d' y='%.1f' text-anchor='end'>%s</text>%n",
                    MARGIN - 6, down(tick.at()) + 4, tick.label());
        }
    }

    private void addPath(List<Point> points, String colour) {
        svg.format("<polyline fill='none' stroke='%s' stroke-width='2' points='", colour);
        for (Point point : points) {
            svg.format("%.1f,%.1f ", across(point.x()), down(point.y()));
        }
        svg.format("'/>%n");
    }

    private double across(double value) {
        return MARGIN + x.share(value) * (WIDTH - 2 * MARGIN);
    }

    private double down(double value) {
        return HEIGHT - MARGIN - y.share(value) * (HEIGHT - 2 * MARGIN);
    }
}
