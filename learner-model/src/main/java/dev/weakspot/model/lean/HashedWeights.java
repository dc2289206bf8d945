package dev.weakspot.model.lean;

import java.util.Arrays;

/**
 * Weights for more features than anyone has counted, in a table of fixed size: a feature's place is its hash (K. Weinberger et
 * al., "Feature hashing for large scale multitask learning", ICML 2009). They learn as {@link Weights} do.
 */
final class HashedWeights {

    /** A weight and its sum of squared gradients stand side by side: one cache miss instead of two. */
    private final float[] cells;

    /** One bit for each weight that was moved since the changes were last taken. */
    private final long[] moved;

    private final int mask;

    HashedWeights(int bits) {
        cells = new float[2 << bits];
        moved = new long[Math.max(1, (1 << bits) / Long.SIZE)];
        mask = (1 << bits) - 1;
    }

    /** The logarithm of the number of weights, to the base of two. */
    int bits() {
        return Integer.bitCount(mask);
    }

    int place(long hash) {
        return (int) (hash >>> 32) & mask;
    }

    float value(int place) {
        return cells[2 * place];
    }

    float square(int place) {
        return cells[2 * place + 1];
    }

    void set(int place, float value, float square) {
        cells[2 * place] = value;
        cells[2 * place + 1] = square;
    }

    void descend(int place, double gradient, double rate, double patience) {
        float square = (float) (cells[2 * place + 1] + gradient * gradient);
        cells[2 * place + 1] = square;
        cells[2 * place] = (float) (cells[2 * place] - rate * gradient / Math.sqrt(square + patience));
        moved[place >> 6] |= 1L << place;
    }

    /** The next place from {@code from} on whose weight has moved; −1 when there is none. */
    int nextMoved(int from) {
        int word = from >> 6;
        if (word >= moved.length) {
            return -1;
        }
        long bits = moved[word] & (-1L << from);
        while (bits == 0) {
            if (++word == moved.length) {
                return -1;
            }
            bits = moved[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    /** The next place from {@code from} on whose weight has learned anything; −1 when there is none. */
    int nextLearned(int from) {
        for (int place = from; place <= mask; place++) {
            if (square(place) != 0) {
                return place;
            }
        }
        return -1;
    }

    void forgetMoves() {
        Arrays.fill(moved, 0);
    }
}
