package dev.weakspot.model.lean;

import dev.weakspot.model.QuestionId;

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

    QuestionParameters(QuestionId id, double authorsDifficulty) {
        this.id = id.value();
        key = id.key();
        difficulty = authorsDifficulty;
        rating = authorsDifficulty;
    }
}
