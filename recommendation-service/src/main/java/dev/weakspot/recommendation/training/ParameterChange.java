package dev.weakspot.recommendation.training;

import dev.weakspot.model.lean.Parameters;
import java.util.List;

/**
 * What some attempts have changed in a model's parameters.
 *
 * @param number place in the log; never given twice, even when its transaction failed
 * @param since how many attempts had been learned from before; 0 for a snapshot, which tells everything
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and copying 40 MB would be no service.
record ParameterChange(long number, long since, byte[] bytes) {

    boolean isSnapshot() {
        return since == 0;
    }

    /** The newest snapshot and what follows it, or everything when there is none. */
    static List<ParameterChange> sinceSnapshot(List<ParameterChange> changes) {
        for (int i = changes.size() - 1; i > 0; i--) {
            if (changes.get(i).isSnapshot()) {
                return changes.subList(i, changes.size());
            }
        }
        return changes;
    }

    /** The parameters after this change: others when it is a snapshot, otherwise the same, moved. */
    Parameters applyTo(Parameters parameters) {
        if (isSnapshot()) {
            return Parameters.of(bytes);
        }
        parameters.apply(bytes);
        return parameters;
    }
}
