package dev.weakspot.model.choice;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.Kind;
import dev.weakspot.model.Question;

/** A question that a learner could be given next. */
public record Option(Candidate candidate, Estimate predicted, PastTries past) {

    public Question question() {
        return candidate.question();
    }

    public Kind kind() {
        return candidate.kind();
    }

    public String level() {
        return candidate.level();
    }
}
