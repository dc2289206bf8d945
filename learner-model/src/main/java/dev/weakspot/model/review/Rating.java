package dev.weakspot.model.review;

/** How well somebody remembered, in the words of FSRS. */
public enum Rating {
    AGAIN(1),
    HARD(2),
    GOOD(3),
    EASY(4);

    private static final double PARTLY = .5;
    private static final double MOSTLY = .8;

    private final int grade;

    Rating(int grade) {
        this.grade = grade;
    }

    /** The number that stands for it in the equations. */
    int grade() {
        return grade;
    }

    boolean isRecalled() {
        return this != AGAIN;
    }

    /**
     * What a score says: below a half it was forgotten, below four fifths it was hard, from there on it was good. Never easy: a
     * right choice may be a lucky one, and promising too long an interval costs more than one review too many.
     */
    public static Rating ofScore(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score lies in [0, 1], and this is " + score + ".");
        }
        if (score < PARTLY) {
            return AGAIN;
        }
        return score < MOSTLY ? HARD : GOOD;
    }
}
