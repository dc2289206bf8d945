package dev.weakspot.cli.chart;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Lines or bars over two axes, as SVG. */
public final class Chart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int MARGIN = 60;
    private static final int BAR = 50;

    /** Colours that colour-blind readers can tell apart (M. Okabe and K. Ito, "Color universal design", 2008). */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

    private static final String GREY = "#999999";
    private static final String PALE = "#dddddd";

    private final Axis x;
    private final Axis y;
    private final Formatter svg = new Formatter(Locale.ROOT);
    private int shapes;

    public Chart(String title, Axis x, Axis y) {
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
    public record Axis(String name, double from, double to, List<Tick> ticks) {

        private static final int TICKS = 5;

        public Axis {
            ticks = List.copyOf(ticks);
        }

        public static Axis even(String name, double from, double to) {
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
        public static Axis doubling(String name, int power) {
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

    public record Tick(double at, String label) {}

    public record Point(double x, double y) {}

    public void addDiagonal() {
        addPath(List.of(new Point(x.from(), y.from()), new Point(x.to(), y.to())), GREY);
    }

    public void addLine(String name, List<Point> points) {
        String colour = nextColour();
        addPath(points, colour);
        for (Point point : points) {
            svg.format("<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>%n", across(point.x()), down(point.y()), colour);
        }
        int legend = HEIGHT - MARGIN - 18 * (shapes + 1);
        svg.format("<text x='%d' y='%d' fill='%s'>%s</text>%n", WIDTH - MARGIN - 120, legend, colour, name);
    }

    /** A bar from the bottom to the value, and a whisker that reaches so far up and down from there. */
    public void addBar(Point top, double reach) {
        double bottom = down(y.from());
        svg.format(
                "<rect x='%.1f' y='%.1f' width='%d' height='%.1f' fill='%s'/>%n",
                across(top.x()) - BAR / 2.0, down(top.y()), BAR, Math.max(0, bottom - down(top.y())), nextColour());
        svg.format(
                "<line x1='%1$.1f' x2='%1$.1f' y1='%2$.1f' y2='%3$.1f' stroke='black'/>%n",
                across(top.x()), down(top.y() - reach), down(top.y() + reach));
    }

    private String nextColour() {
        return COLOURS.get(shapes++ % COLOURS.size());
    }

    public String toSvg() {
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
