package dev.weakspot.recommendation.training;

/**
 * What some attempts have changed in a model's parameters.
 *
 * @param since how many attempts had been learned from before; 0 for a snapshot, which tells everything
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and copying 40 MB would be no service.
record ParameterChange(LogPlace place, long since, byte[] bytes) {

    boolean isSnapshot() {
        return since == 0;
    }
}
