package dev.weakspot.web.chart;

/**
 * Puts values at places: the lowest value at one place, the highest at another, and all others in between. Values beyond
 * stand at the nearest end. Places are rounded to a tenth, which no eye can tell from more.
 */
public record Scale(double lowest, double highest, double from, double to) {

    public Scale {
        if (!(lowest < highest)) {
            throw new IllegalArgumentException("A scale needs a lowest and a higher value: " + lowest + ", " + highest);
        }
    }

    /** The place of a value. */
    public double at(double value) {
        double share = (Math.clamp(value, lowest, highest) - lowest) / (highest - lowest);
        return round(from + share * (to - from));
    }

    static double round(double place) {
        return Math.round(10 * place) / 10.0;
    }
}
