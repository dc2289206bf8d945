package dev.weakspot.model.lean;

import dev.weakspot.model.Attempt;

/** Learns from attempts as they come, each predicted before it is learned from. */
public interface Learning {

    /** Moves what is believed of this learner and of all. Returns the success that was expected. */
    double learn(LearnerMemory learner, Parameters parameters, Attempt attempt);

    /** Moves what is believed of this learner only: parameters stay frozen. Returns the success that was expected. */
    double follow(LearnerMemory learner, Parameters parameters, Attempt attempt);
}
