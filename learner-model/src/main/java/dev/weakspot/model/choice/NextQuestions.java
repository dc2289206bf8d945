package dev.weakspot.model.choice;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses the next questions. Every few turns a question comes back that is about to be forgotten; topics not tried yet are looked
 * at; all other turns train the topic that is worth most, as {@link TopicWorth} has it. Inside a topic, of some that stand for all, the question whose predicted success is
 * nearest the learner's target: hard, but not discouraging (R. Wilson et al., "The eighty five percent rule for optimal
 * learning", Nature Communications 10, 2019, for why there is one; the target itself comes from simulation). Neighbours train
 * different topics (D. Rohrer, "Interleaving helps students distinguish among similar concepts", Educational Psychology Review
 * 24, 2012).
 *
 * <p>Deterministic: the same landscape, wishes, count and seed give the same questions. Stateless; threads may share it.
 */
public final class NextQuestions {

    /** The next questions for a learner without wishes. */
    public List<Suggestion> choose(Landscape landscape, int count, long seed) {
        return choose(landscape, Wishes.NONE, count, seed);
    }

    /**
     * The next questions, in the order in which to answer them: fewer than {@code count} when there are no more that were not
     * just seen.
     */
    public List<Suggestion> choose(Landscape landscape, Wishes wishes, int count, long seed) {
        // A learner's seeds are neighbours, and so are those of a list's turns: they must not meet.
        long scattered = new SplittableRandom(seed).nextLong();
        Draft draft = new Draft(landscape, wishes, scattered);
        boolean isMore = true;
        while (isMore && draft.suggestions().size() < count) {
            isMore = draft.addNext();
        }
        return List.copyOf(draft.suggestions());
    }
}
