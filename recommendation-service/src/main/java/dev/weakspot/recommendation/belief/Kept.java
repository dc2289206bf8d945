package dev.weakspot.recommendation.belief;

import java.util.Optional;

/** A learner's state, and what has changed in it since. Whoever asks puts them together: the thread that learns has enough to do. */
record Kept(LearnerState state, Optional<Advance> pending) {

    /** Attempts that nobody has asked after: a bound for the memory of those who answer and never look. */
    private static final int MOST_PENDING = 100;

    /** Bytes, about. */
    private static final int SIZE_OF_ANYBODY = 6_000;

    private static final int SIZE_OF_PAST_TRIES = 300;
    private static final int SIZE_OF_OUTCOME = 120;
    private static final int SIZE_OF_CHANGE = 800;

    Kept(LearnerState state) {
        this(state, Optional.empty());
    }

    long sequence() {
        return pending.map(advance -> advance.to().sequence()).orElseGet(state::sequence);
    }

    LearnerState current() {
        return pending.map(state::after).orElse(state);
    }

    /**
     * With these attempts, too. Those that do not follow without a gap are left out; when more than {@value #MOST_PENDING} would be pending, none
     * are any more. Either way whoever asks next reads the difference.
     */
    Kept after(Advance advance) {
        if (advance.from() != sequence()) {
            return this;
        }
        Advance all = pending.map(earlier -> earlier.then(advance)).orElse(advance);
        return new Kept(state, Optional.of(all).filter(each -> each.outcomes().size() <= MOST_PENDING));
    }

    /** Bytes, about. What is pending has a memory of its own. */
    int size() {
        int learner = SIZE_OF_ANYBODY + SIZE_OF_PAST_TRIES * state.pastTries().size();
        return learner
                + SIZE_OF_OUTCOME * state.outcomes().size()
                + pending.map(advance ->
                                learner + SIZE_OF_CHANGE * advance.outcomes().size())
                        .orElse(0);
    }
}
