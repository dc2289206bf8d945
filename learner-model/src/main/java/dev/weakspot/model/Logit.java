package dev.weakspot.model;

/** The logit scale. {@link StrictMath}, because rebuilt numbers must equal the old ones bit for bit on every machine. */
public final class Logit {

    /** Nothing is surer than this: keeps one wrong answer from costing infinitely much. */
    private static final double SUREST = 1e-6;

    private Logit() {}

    public static double toProbability(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    public static double of(double probability) {
        double sane = Math.clamp(probability, SUREST, 1 - SUREST);
        return StrictMath.log(sane / (1 - sane));
    }
}
