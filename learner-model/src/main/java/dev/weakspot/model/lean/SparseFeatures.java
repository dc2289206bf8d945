package dev.weakspot.model.lean;

import dev.weakspot.model.StableHash;
import java.util.Arrays;

/** The sparse features of one attempt, with their places in the table. Used again and again. */
final class SparseFeatures {

    private static final int FIRST_CAPACITY = 64;

    private int[] places = new int[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private int count;

    /** From the first one on again. */
    void begin() {
        count = 0;
    }

    void add(HashedWeights table, SparseGroup group, long what, long which, double value) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        places[count] = table.place(StableHash.of(group.salt, what, which));
        values[count] = value;
        count++;
    }

    /** The next ones are what they were the last time. */
    void keep(int next) {
        count += next;
    }

    /** The next one is what it was the last time, with another value. */
    void keepWith(double value) {
        values[count] = value;
        count++;
    }

    /** In a loop of its own: so the processor waits for many weights at a time. */
    double weighed(HashedWeights table) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            // A nought adds nothing, and most are where somebody has not met a topic.
            if (values[i] != 0) {
                sum += table.value(places[i]) * values[i];
            }
        }
        return sum;
    }

    void descend(HashedWeights table, double error, double rate, double patience) {
        for (int i = 0; i < count; i++) {
            table.descend(places[i], error * values[i], rate, patience);
        }
    }
}
