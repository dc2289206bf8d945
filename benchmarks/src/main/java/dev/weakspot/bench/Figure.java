package dev.weakspot.bench;

/** A number that was measured, what it is held against, and how far it spread over the rounds. */
record Figure(String name, Samples samples, String unit, Bar bar) {

    static Figure told(String name, Samples samples, String unit) {
        return new Figure(name, samples, unit, new Bar.None());
    }

    static Figure told(String name, double value, String unit) {
        return told(name, Samples.of(value), unit);
    }

    static Figure atLeast(String name, Samples samples, String unit, double floor, double goal) {
        return new Figure(name, samples, unit, new Bar.AtLeast(floor, goal));
    }

    static Figure atMost(String name, Samples samples, String unit, double floor, double goal) {
        return new Figure(name, samples, unit, new Bar.AtMost(floor, goal));
    }

    static Figure wishedAtMost(String name, Samples samples, String unit, double goal) {
        return new Figure(name, samples, unit, new Bar.WishedAtMost(goal));
    }

    double value() {
        return samples.median();
    }

    boolean isOk() {
        return bar.isMetBy(value());
    }
}
