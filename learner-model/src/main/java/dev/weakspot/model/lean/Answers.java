package dev.weakspot.model.lean;

/** The newest answers as bits, the last one lowest: 1 is right. */
final class Answers {

    /** From this score on an answer counts as right where only right and wrong are told apart. */
    private static final double RIGHT = .5;

    private Answers() {}

    static boolean isRight(double score) {
        return score >= RIGHT;
    }

    static int followedBy(int answers, double score) {
        return (answers << 1) | (isRight(score) ? 1 : 0);
    }

    /** +1 right, −1 wrong, 0 when there is no such answer; {@code ago} is 0 for the last one. */
    static int sign(int answers, int count, int ago) {
        if (count <= ago) {
            return 0;
        }
        return ((answers >> ago) & 1) == 1 ? 1 : -1;
    }

    /** The last {@code most} answers as one number that also says how many there are. */
    static int pattern(int answers, int count, int most) {
        int length = Math.min(count, most);
        int ends = 1 << length;
        return ends | (answers & (ends - 1));
    }
}
