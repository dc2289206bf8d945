package dev.weakspot.model.lean;

/** Sizes of gaps, each about twice the one before. */
final class Gap {

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
}
