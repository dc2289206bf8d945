package dev.weakspot.model.lean;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Weights for more features than anyone has counted, in a table of fixed size: a feature's place is its hash (K. Weinberger et
 * al., "Feature hashing for large scale multitask learning", ICML 2009). They learn as {@link Weights} do.
 */
final class HashedWeights {

    private static final int PAGE = Long.SIZE;
    private static final float[] BLANK = new float[2 * PAGE];
    private static final long[] NONE = {};

    /**
     * A weight and its sum of squared gradients stand side by side: one cache miss instead of two. Pages come when something is
     * written to them, so what has learned little is small.
     */
    private final float[][] pages;

    /** One bit for each weight that was moved since the changes were last taken; none at all before the first move ever. */
    private long[] moved = NONE;

    /** The pages of those weights: few, where all of them are many. */
    private final BitSet movedPages = new BitSet();

    /** One bit for each page that another table reads, too, and that must not be written to; none at all when there is none. */
    private long[] shared = NONE;

    private final int mask;

    HashedWeights(int bits) {
        this(new float[Math.max(1, (1 << bits) / PAGE)][], (1 << bits) - 1);
        Arrays.fill(pages, BLANK);
    }

    private HashedWeights(float[][] pages, int mask) {
        this.pages = pages;
        this.mask = mask;
    }

    /** The same weights, to be moved apart from these: each page is copied by whoever writes to it first. */
    HashedWeights branch() {
        HashedWeights branch = new HashedWeights(pages.clone(), mask);
        shareAll();
        branch.shareAll();
        return branch;
    }

    private void shareAll() {
        if (shared.length == 0) {
            shared = new long[(pages.length + Long.SIZE - 1) / Long.SIZE];
        }
        Arrays.fill(shared, -1);
    }

    /** The logarithm of the number of weights, to the base of two. */
    int bits() {
        return Integer.bitCount(mask);
    }

    int place(long hash) {
        return (int) (hash >>> 32) & mask;
    }

    float value(int place) {
        return pages[place / PAGE][cell(place)];
    }

    float square(int place) {
        return pages[place / PAGE][cell(place) + 1];
    }

    void set(int place, float value, float square) {
        float[] page = pageToWrite(place);
        page[cell(place)] = value;
        page[cell(place) + 1] = square;
    }

    void descend(int place, double gradient, double rate, double patience) {
        float[] page = pageToWrite(place);
        int cell = cell(place);
        float square = (float) (page[cell + 1] + gradient * gradient);
        page[cell + 1] = square;
        page[cell] = (float) (page[cell] - rate * gradient / Math.sqrt(square + patience));
        if (moved.length == 0) {
            moved = new long[pages.length];
        }
        moved[place / PAGE] |= 1L << place;
        movedPages.set(place / PAGE);
    }

    @SuppressWarnings("ReferenceEquality") // a page with the same weights is not the blank one
    private float[] pageToWrite(int place) {
        int index = place / PAGE;
        if (pages[index] == BLANK) {
            pages[index] = new float[2 * PAGE];
        } else if (isShared(index)) {
            pages[index] = pages[index].clone();
            shared[index >> 6] &= ~(1L << index);
        }
        return pages[index];
    }

    private boolean isShared(int page) {
        return shared.length > 0 && (shared[page >> 6] & 1L << page) != 0;
    }

    private static int cell(int place) {
        return 2 * (place % PAGE);
    }

    /** The next place from {@code from} on whose weight has moved; −1 when there is none. */
    int nextMoved(int from) {
        for (int page = movedPages.nextSetBit(from / PAGE); page >= 0; page = movedPages.nextSetBit(page + 1)) {
            long bits = page == from / PAGE ? moved[page] & -1L << from : moved[page];
            if (bits != 0) {
                return page * PAGE + Long.numberOfTrailingZeros(bits);
            }
        }
        return -1;
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
        movedPages.stream().forEach(page -> moved[page] = 0);
        movedPages.clear();
    }
}
