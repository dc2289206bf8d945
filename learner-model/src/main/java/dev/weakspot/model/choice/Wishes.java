package dev.weakspot.model.choice;

import java.util.Set;

/**
 * What a learner asks of the choice.
 *
 * @param levels the levels they want questions of, in the bank's words; none means any
 */
public record Wishes(Target target, Set<String> levels) {

    public static final Wishes NONE = new Wishes(Target.usual(), Set.of());

    public Wishes {
        levels = Set.copyOf(levels);
    }

    boolean welcomes(Candidate candidate) {
        return levels.isEmpty() || levels.contains(candidate.level());
    }

    /** Whether the learner chose levels, and this question's is one of them. */
    boolean chose(Candidate candidate) {
        return levels.contains(candidate.level());
    }
}
