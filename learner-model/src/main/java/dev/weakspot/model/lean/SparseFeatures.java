package dev.weakspot.model.lean;

import java.util.Arrays;

/** The sparse features of one attempt, with their places in the table. Used again and again. */
final class SparseFeatures {

    private static final int FIRST_CAPACITY = 64;

    private int[] places = new int[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private int count;

    void clear() {
        count = 0;
    }

    void add(HashedWeights weights, SparseGroup group, long what, long which, double value) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        places[count] = weights.place(StableHash.of(group.salt, what, which));
        values[count] = value;
        count++;
    }

    double weighed(HashedWeights weights) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights.value(places[i]) * values[i];
        }
        return sum;
    }

    void descend(HashedWeights weights, double error, double rate, double patience) {
        for (int i = 0; i < count; i++) {
            weights.descend(places[i], error * values[i], rate, patience);
        }
    }
}
