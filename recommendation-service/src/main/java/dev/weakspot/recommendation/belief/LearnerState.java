package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.PastTries;
import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.recommendation.belief.Fold.Learned;
import dev.weakspot.recommendation.learner.LearnerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the database has of one learner, after one of their attempts. Nobody moves it, the memory included: threads share it.
 *
 * @param outcomes of the latest attempts, the latest last
 * @param reviews of the questions that the learner has answered, the earliest first
 */
record LearnerState(
        Learner learner,
        Map<TopicSlug, BeliefRow> beliefs,
        Map<QuestionId, PastTries> pastTries,
        List<Outcome> outcomes,
        Lazy<List<Review>> reviews) {

    /** Trends are those of the last few attempts on a kind of question; among so many are those on what a learner practises. */
    static final int MOST_OUTCOMES = 400;

    /** An attempt: on what, what was expected of it, and what came. */
    record Outcome(QuestionId question, double predicted, double score) {

        static Outcome of(Learned learned) {
            Attempt attempt = learned.attempt().attempt();
            return new Outcome(attempt.question().id(), learned.predicted(), attempt.score());
        }
    }

    /** When a question is to come back. */
    record Review(QuestionId question, Instant dueAt) {}

    private static final Comparator<Review> MOST_OVERDUE_FIRST =
            Comparator.comparing(Review::dueAt).thenComparing(Review::question);

    private LearnerState(
            Learner learner,
            Map<TopicSlug, BeliefRow> beliefs,
            Map<QuestionId, PastTries> pastTries,
            List<Outcome> outcomes) {
        this(learner, beliefs, pastTries, outcomes, new Lazy<>(() -> findReviews(pastTries)));
    }

    private static List<Review> findReviews(Map<QuestionId, PastTries> pastTries) {
        return pastTries.entrySet().stream()
                .map(entry ->
                        new Review(entry.getKey(), entry.getValue().memory().dueAt()))
                .sorted(MOST_OVERDUE_FIRST)
                .toList();
    }

    /** Somebody of whom nothing is known. */
    static LearnerState unknown(LearnerId id) {
        return new LearnerState(Learner.unknown(id), Map.of(), Map.of(), List.of());
    }

    /** After a batch that began where this is. */
    LearnerState after(Advance advance) {
        Learner learner = advance.to();
        // As it would be read: what its bytes leave out shall not make a difference.
        LearnerMemory asStored = LearnerMemory.of(learner.memory().toBytes());
        return after(
                new Learner(learner.id(), learner.sequence(), learner.answeredAt(), asStored),
                advance.beliefs(),
                advance.seen(),
                advance.outcomes());
    }

    /**
     * After more attempts.
     *
     * @param newBeliefs on all topics, or at least on those that the attempts were on
     * @param newlySeen the questions that the learner has met in them, for the first time or again
     * @param newOutcomes theirs, the latest last
     */
    LearnerState after(
            Learner newer, List<BeliefRow> newBeliefs, List<QuestionSeen> newlySeen, List<Outcome> newOutcomes) {
        Map<TopicSlug, BeliefRow> byTopic = new HashMap<>(beliefs);
        newBeliefs.forEach(row -> byTopic.put(new TopicSlug(row.topic()), row));
        Map<QuestionId, PastTries> tries = new HashMap<>(pastTries);
        newlySeen.forEach(row -> tries.put(row.question(), row.tries()));
        List<Outcome> all = new ArrayList<>(outcomes);
        all.addAll(newOutcomes);
        return new LearnerState(
                newer,
                Collections.unmodifiableMap(byTopic),
                Collections.unmodifiableMap(tries),
                List.copyOf(all.subList(Math.max(0, all.size() - MOST_OUTCOMES), all.size())));
    }

    long sequence() {
        return learner.sequence();
    }
}
