package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.PastTries;
import dev.weakspot.recommendation.belief.Fold.Learned;
import dev.weakspot.recommendation.learner.LearnerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that the database has of one learner, after one of their attempts. Nobody moves it, the memory included: threads share it. */
final class LearnerState {

    /** Trends are those of the last few attempts on a kind of question; among so many are those on what a learner practises. */
    static final int MOST_OUTCOMES = 400;

    private final Learner learner;
    private final Map<TopicSlug, BeliefRow> beliefs;
    private final Map<QuestionId, PastTries> pastTries;
    private final List<Outcome> outcomes;
    private final Lazy<List<Review>> reviews = new Lazy<>(this::findReviews);

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
        this.learner = learner;
        this.beliefs = Collections.unmodifiableMap(beliefs);
        this.pastTries = Collections.unmodifiableMap(pastTries);
        this.outcomes = List.copyOf(outcomes);
    }

    /** Somebody of whom nothing is known. */
    static LearnerState unknown(LearnerId id) {
        return new LearnerState(Learner.unknown(id), Map.of(), Map.of(), List.of());
    }

    /** After attempts that followed this without a gap. */
    LearnerState after(Advance advance) {
        return new LearnerState(
                advance.to(), withBeliefs(advance.beliefs()), withTries(advance.seen()), latest(advance.outcomes()));
    }

    private Map<TopicSlug, BeliefRow> withBeliefs(List<BeliefRow> newer) {
        Map<TopicSlug, BeliefRow> all = new HashMap<>(beliefs);
        newer.forEach(row -> all.put(new TopicSlug(row.topic()), row));
        return all;
    }

    private Map<QuestionId, PastTries> withTries(List<QuestionSeen> newlySeen) {
        Map<QuestionId, PastTries> all = new HashMap<>(pastTries);
        newlySeen.forEach(row -> all.put(row.question(), row.tries()));
        return all;
    }

    private List<Outcome> latest(List<Outcome> newOutcomes) {
        List<Outcome> all = new ArrayList<>(outcomes);
        all.addAll(newOutcomes);
        return all.subList(Math.max(0, all.size() - MOST_OUTCOMES), all.size());
    }

    Learner learner() {
        return learner;
    }

    long sequence() {
        return learner.sequence();
    }

    Map<TopicSlug, BeliefRow> beliefs() {
        return beliefs;
    }

    Map<QuestionId, PastTries> pastTries() {
        return pastTries;
    }

    /** Of the latest attempts, the latest last. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    /** Of the questions that the learner has answered, the earliest first. */
    List<Review> reviews() {
        return reviews.get();
    }

    private List<Review> findReviews() {
        return pastTries.entrySet().stream()
                .map(entry ->
                        new Review(entry.getKey(), entry.getValue().memory().dueAt()))
                .sorted(MOST_OVERDUE_FIRST)
                .toList();
    }
}
