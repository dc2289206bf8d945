package dev.weakspot.model.bayes;

/** A normal belief on the logit scale. */
public record Gaussian(double mean, double variance) {

    public Gaussian {
        if (!Double.isFinite(mean) || !(variance > 0) || !Double.isFinite(variance)) {
            throw new IllegalArgumentException("Not a normal belief: mean " + mean + ", variance " + variance + ".");
        }
    }

    /** One Newton step from this belief as prior: the more we doubt, the further we move and the more doubt goes. */
    Gaussian updated(double gain, double curvature) {
        return new Gaussian(mean + variance * gain, variance - variance * variance * curvature);
    }

    /** People change between answers: a little doubt comes back, never more than {@code most}. */
    Gaussian drifted(double added, double most) {
        return new Gaussian(mean, Math.min(most, variance + added));
    }

    /** Keeps room to learn: the doubt never falls below {@code least}. */
    Gaussian noSurerThan(double least) {
        return new Gaussian(mean, Math.max(least, variance));
    }
}
