package dev.weakspot.model.lean;

import dev.weakspot.model.StableHash;

/** What all learners together have taught us about one topic. */
final class TopicParameters {

    final String slug;
    final long key;

    /** Keys of the topics that it builds on. */
    long[] prerequisites = {};

    boolean isKept;
    boolean isChanged;

    int attempts;
    double score;

    /** How much easier than others, with our doubt. */
    double ease;

    double easeVariance = 1;
    double easeRating;

    /** Logits of knowing it already, of learning it by one attempt, of guessing and of slipping. */
    final Weights<KnowledgeTracing.Chance> tracing = new Weights<>(KnowledgeTracing.Chance.class);

    final Weights<BestLogistic.TopicFeature> best = new Weights<>(BestLogistic.TopicFeature.class);

    TopicParameters(String slug) {
        this.slug = slug;
        key = StableHash.of(slug);
        for (KnowledgeTracing.Chance chance : KnowledgeTracing.Chance.values()) {
            tracing.setValue(chance, chance.firstLogit);
        }
    }
}
