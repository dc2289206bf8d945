package dev.weakspot.model.lean;

/**
 * How much a learner has done on a topic of late: counts that fade with time, one for each {@link Horizon}. They are what DAS3H
 * counts in windows of time (B. Choffin et al., "DAS3H: modeling student learning and forgetting for optimally scheduling
 * distributed practice of skills", EDM 2019), without keeping every attempt.
 */
final class RecentCounts {

    /** How long it takes until a count has faded to a third. */
    enum Horizon {
        HOUR(3_600, DenseFeature.ATTEMPTS_OF_HOUR, DenseFeature.SCORE_OF_HOUR),
        DAY(86_400, DenseFeature.ATTEMPTS_OF_DAY, DenseFeature.SCORE_OF_DAY),
        WEEK(604_800, DenseFeature.ATTEMPTS_OF_WEEK, DenseFeature.SCORE_OF_WEEK),
        MONTH(2_592_000, DenseFeature.ATTEMPTS_OF_MONTH, DenseFeature.SCORE_OF_MONTH);

        static final Horizon[] ALL = values();

        private final double seconds;
        final DenseFeature attemptsFeature;
        final DenseFeature scoreFeature;

        Horizon(double seconds, DenseFeature attemptsFeature, DenseFeature scoreFeature) {
            this.seconds = seconds;
            this.attemptsFeature = attemptsFeature;
            this.scoreFeature = scoreFeature;
        }

        /** What is left of a count after so many seconds. */
        double left(double elapsed) {
            return elapsed < 0 ? 0 : StrictMath.exp(-elapsed / seconds);
        }
    }

    final float[] attempts = new float[Horizon.ALL.length];
    final float[] scores = new float[Horizon.ALL.length];

    /** @param elapsed seconds since the last attempt; negative when nobody knows */
    void add(double score, double elapsed) {
        for (int i = 0; i < attempts.length; i++) {
            double left = Horizon.ALL[i].left(elapsed);
            attempts[i] = (float) (attempts[i] * left + 1);
            scores[i] = (float) (scores[i] * left + score);
        }
    }
}
