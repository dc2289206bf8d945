package dev.weakspot.model.lean;

/** Sizes of gaps, each a few times the one before. */
final class Gap {

    private static final int[] LONGEST_PAUSES = {10, 60, 300, 1_800, 14_400, 86_400, 604_800};

    private Gap() {}

    static int ofAttempts(int attempts) {
        if (attempts <= 2) {
            return attempts;
        }
        if (attempts <= 16) {
            return attempts <= 4 ? 3 : attempts <= 8 ? 4 : 5;
        }
        return attempts <= 64 ? 6 : attempts <= 256 ? 7 : 8;
    }

    /** From ten seconds over a minute, five, thirty, four hours and a day to a week; 0 when nobody knows. */
    static int ofTime(double seconds) {
        if (seconds < 0) {
            return 0;
        }
        for (int size = 0; size < LONGEST_PAUSES.length; size++) {
            if (seconds < LONGEST_PAUSES[size]) {
                return size + 1;
            }
        }
        return LONGEST_PAUSES.length + 1;
    }
}
