package dev.weakspot.model;

/**
 * Names as numbers that are the same in every process, for ever: state and weights are kept under them.
 *
 * <p>FNV-1a (G. Fowler, L. Noll, K.-P. Vo) over the characters, then the finaliser of SplitMix64 (G. Steele et al., "Fast
 * splittable pseudorandom number generators", OOPSLA 2014). Among a million names two share a number with a chance of 3e-8.
 */
public final class StableHash {

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private StableHash() {}

    /** The number of a name. */
    public static long of(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /** The number of three numbers in their order. */
    public static long of(long first, long second, long third) {
        return mixed(first ^ mixed(second + mixed(third)));
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
