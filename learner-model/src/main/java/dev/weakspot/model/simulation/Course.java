package dev.weakspot.model.simulation;

import java.util.Map;
import java.util.Objects;

/**
 * What became of one learner under one policy.
 *
 * @param found by number of attempts
 * @param gain how much more of the bank they know some days after the last attempt, as a share of what they did not know
 * @param reviews share of attempts on questions that they had answered before
 */
record Course(Map<Integer, Found> found, double gain, double reviews) {

    Course {
        found = Map.copyOf(found);
    }

    Found foundAfter(int attempts) {
        return Objects.requireNonNull(found.get(attempts), () -> "Nobody looked after " + attempts + " attempts.");
    }
}
