package dev.weakspot.recommendation.belief;

import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.PastTries;
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
 * @param reviews the questions that the learner has answered, those first that are due first
 */
record LearnerState(
        Learner learner,
        Map<TopicSlug, BeliefRow> beliefs,
        Map<QuestionId, PastTries> pastTries,
        List<Review> reviews) {

    /** When a question is to come back. */
    record Review(QuestionId question, Instant dueAt) {}

    private static final Comparator<Review> MOST_OVERDUE_FIRST =
            Comparator.comparing(Review::dueAt).thenComparing(Review::question);

    static LearnerState of(Learner learner, List<BeliefRow> beliefs, List<QuestionSeen> seen) {
        return of(learner, beliefs, new HashMap<>(), seen);
    }

    /** After more attempts, in which the learner has met these questions, for the first time or again. */
    LearnerState after(Learner newer, List<BeliefRow> newBeliefs, List<QuestionSeen> newlySeen) {
        return of(newer, newBeliefs, new HashMap<>(pastTries), newlySeen);
    }

    private static LearnerState of(
            Learner learner, List<BeliefRow> beliefs, Map<QuestionId, PastTries> tries, List<QuestionSeen> seen) {
        Map<TopicSlug, BeliefRow> byTopic = new HashMap<>();
        beliefs.forEach(row -> byTopic.put(new TopicSlug(row.topic()), row));
        seen.forEach(row -> tries.put(row.question(), row.tries()));
        List<Review> reviews = new ArrayList<>();
        tries.forEach((question, past) ->
                reviews.add(new Review(question, past.memory().dueAt())));
        reviews.sort(MOST_OVERDUE_FIRST);
        return new LearnerState(
                learner,
                Collections.unmodifiableMap(byTopic),
                Collections.unmodifiableMap(tries),
                Collections.unmodifiableList(reviews));
    }

    long sequence() {
        return learner.sequence();
    }
}
