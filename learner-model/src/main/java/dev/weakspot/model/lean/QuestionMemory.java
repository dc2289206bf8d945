package dev.weakspot.model.lean;

/** What we remember of one learner on one question. */
final class QuestionMemory {

    /** Somebody who has not met the question. Never changed. */
    static final QuestionMemory NONE = new QuestionMemory();

    int attempts;
    float score;
    float lastScore;

    /** Which of the learner's attempts was the last one on the question. */
    int lastAttempt;

    long lastSecond = LearnerMemory.UNDATED;

    double failures() {
        return attempts - score;
    }

    int lastAnswer() {
        if (attempts == 0) {
            return 0;
        }
        return Answers.isRight(lastScore) ? 1 : -1;
    }
}
