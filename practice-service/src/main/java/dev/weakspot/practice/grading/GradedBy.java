package dev.weakspot.practice.grading;

/** Who decides on a score. */
public enum GradedBy {
    /** The answer was compared with the key. */
    ANSWER_KEY("answer-key"),
    /** The learner ticked the criteria of a rubric. */
    LEARNER("learner");

    private final String word;

    GradedBy(String word) {
        this.word = word;
    }

    /** The word for it in events, in the API and in the database. */
    public String word() {
        return word;
    }
}
