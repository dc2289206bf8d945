package dev.weakspot.catalog.doctor;

import java.util.List;

/** How far a count is from what chance would make of it. */
final class Surprise {

    /** In standard deviations: by chance in one of 740 cases, on the side that is looked at. */
    static final double BEYOND_CHANCE = 3;

    private Surprise() {}

    /**
     * Standard deviations between a count and its mean, when each chance is independent of the others (normal
     * approximation of the Poisson binomial distribution); 0 when nothing is left to chance.
     */
    static double of(int count, List<Double> chances) {
        double mean = chances.stream().mapToDouble(Double::doubleValue).sum();
        double variance =
                chances.stream().mapToDouble(chance -> chance * (1 - chance)).sum();
        return variance == 0 ? 0 : (count - mean) / Math.sqrt(variance);
    }
}
