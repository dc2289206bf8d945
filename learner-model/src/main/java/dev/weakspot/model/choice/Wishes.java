package dev.weakspot.model.choice;

import java.util.Set;

/**
 * What a learner asks of the choice.
 *
 * @param targetSuccess the chance of success at which they like to practise
 * @param levels the levels they want questions of, in the bank's words; none means any
 */
public record Wishes(double targetSuccess, Set<String> levels) {

    /** Hard enough to learn from, easy enough not to give up. */
    public static final Wishes NONE = new Wishes(.6, Set.of());

    private static final double HARDEST = .3;
    private static final double EASIEST = .9;

    public Wishes {
        if (!(targetSuccess >= HARDEST && targetSuccess <= EASIEST)) {
            throw new IllegalArgumentException("A success to aim for lies between %s and %s, and this is %s."
                    .formatted(HARDEST, EASIEST, targetSuccess));
        }
        levels = Set.copyOf(levels);
    }

    boolean welcomes(Option option) {
        return levels.isEmpty() || levels.contains(option.level());
    }
}
