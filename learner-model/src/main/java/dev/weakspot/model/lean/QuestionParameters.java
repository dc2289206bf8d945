package dev.weakspot.model.lean;

/** What all learners together have taught us about one question; before the first answer: what its author thinks. */
final class QuestionParameters {

    final String id;
    final long key;

    boolean isKept;
    boolean isChanged;

    int attempts;
    double score;

    double difficulty;
    double difficultyVariance = 1;
    double rating;
    final Weights<BestLogistic.QuestionFeature> best = new Weights<>(BestLogistic.QuestionFeature.class);

    QuestionParameters(String id, double authorsDifficulty) {
        this.id = id;
        key = StableHash.of(id);
        difficulty = authorsDifficulty;
        rating = authorsDifficulty;
    }
}
