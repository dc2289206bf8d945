package dev.weakspot.web.chart;

import java.util.List;

/** What was expected, from left to right, beside what came of it, upwards; on the diagonal both are the same. */
public record DotPlot(Area area, List<Dot> dots) {

    private static final double SMALLEST = 4;
    private static final double LARGEST = 11;

    /** What came of an expectation, and how often it was held. */
    public record Outcome(double expected, Interval outcome, int times) {}

    /**
     * An outcome.
     *
     * @param radius the area of a dot grows with how often it happened
     * @param low lower end of the interval
     * @param high upper end of the interval
     */
    public record Dot(double x, double y, double radius, double low, double high) {}

    public static DotPlot of(Area area, List<Outcome> outcomes) {
        int most = outcomes.stream().mapToInt(Outcome::times).max().orElse(1);
        var expected = new Scale(0, 1, area.left(), area.right());
        List<Dot> dots = outcomes.stream()
                .map(outcome -> new Dot(
                        expected.at(outcome.expected()),
                        area.shares().at(outcome.outcome().value()),
                        Scale.round(Math.max(SMALLEST, LARGEST * Math.sqrt((double) outcome.times() / most))),
                        area.shares().at(outcome.outcome().low()),
                        area.shares().at(outcome.outcome().high())))
                .toList();
        return new DotPlot(area, dots);
    }

    public List<Height> heights() {
        return Height.ofShares(area);
    }

    /** The same values as {@link #heights()}, from left to right. */
    public List<Double> places() {
        var expected = new Scale(0, 1, area.left(), area.right());
        return heights().stream().map(height -> expected.at(height.value())).toList();
    }
}
