package dev.weakspot.recommendation.belief;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.weakspot.recommendation.belief.LearnerState.Outcome;
import dev.weakspot.recommendation.learner.LearnerId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What attempts have changed in a learner's state.
 *
 * @param from the last attempt that was applied before; they follow it without a gap
 * @param to the learner after them; nobody moves the memory any more
 * @param beliefs on the topics of the attempts, and perhaps on others; of several on one topic the last counts
 * @param seen the questions of the attempts; of one that is there more than once the last counts
 * @param outcomes of the attempts, the latest last
 */
record Advance(long from, Learner to, List<BeliefRow> beliefs, List<QuestionSeen> seen, List<Outcome> outcomes) {

    Advance {
        beliefs = List.copyOf(beliefs);
        seen = List.copyOf(seen);
        outcomes = List.copyOf(outcomes);
    }

    /** Both, the one after the other. */
    Advance then(Advance next) {
        return new Advance(
                from, next.to, join(beliefs, next.beliefs), join(seen, next.seen), join(outcomes, next.outcomes));
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Those of a batch, one for each learner of whom something was learned. */
    static List<Advance> listOf(Fold fold, Collection<BeliefRow> beliefs, Collection<QuestionSeen> seen) {
        Map<UUID, List<BeliefRow>> beliefsOf = beliefs.stream().collect(groupingBy(BeliefRow::learnerId));
        Map<UUID, List<QuestionSeen>> seenBy = seen.stream().collect(groupingBy(QuestionSeen::learnerId));
        Map<LearnerId, List<Outcome>> outcomesOf = fold.learned().stream()
                .collect(groupingBy(learned -> learned.attempt().learner(), mapping(Outcome::of, toList())));
        return fold.changedLearners().stream()
                .map(learner -> {
                    UUID id = learner.id().value();
                    List<Outcome> outcomes = outcomesOf.getOrDefault(learner.id(), List.of());
                    return new Advance(
                            learner.sequence() - outcomes.size(),
                            learner,
                            beliefsOf.getOrDefault(id, List.of()),
                            seenBy.getOrDefault(id, List.of()),
                            outcomes);
                })
                .toList();
    }
}
