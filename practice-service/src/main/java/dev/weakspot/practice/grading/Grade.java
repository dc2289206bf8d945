package dev.weakspot.practice.grading;

import java.util.List;

/**
 * How good an answer is, and why.
 *
 * @param score 0 is wrong, 1 is right
 * @param gradedBy who compared it
 * @param remarks on each part of the answer or of the key, in the key's order
 */
public record Grade(double score, GradedBy gradedBy, List<Remark> remarks) implements Outcome {

    public Grade {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score lies between 0 and 1: " + score);
        }
        remarks = List.copyOf(remarks);
    }

    public boolean isCorrect() {
        return isCorrect(score);
    }

    /** Only what is right in every part is correct. */
    public static boolean isCorrect(double score) {
        return score == 1;
    }
}
