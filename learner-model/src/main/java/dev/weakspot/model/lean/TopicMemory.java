package dev.weakspot.model.lean;

import dev.weakspot.model.Forgetting;

/** What we remember of one learner on one topic. Single precision: what is saved is what is calculated with. */
final class TopicMemory {

    /** How sure we are of a level that nobody has tested: the variance of learners' levels on a topic. */
    static final float LEVEL_VARIANCE = .25f;

    /** Not traced yet: the first answer starts from the topic's own prior. */
    static final float UNKNOWN = -1;

    /** Somebody who has not met the topic. Never changed. */
    static final TopicMemory NONE = new TopicMemory();

    int attempts;
    float score;
    int answers;

    /** Which of the learner's attempts was the last one on the topic. */
    int lastAttempt;

    long lastSecond = LearnerMemory.UNDATED;

    float fastAverage = .5f;
    float slowAverage = .5f;

    /** Relative to the learner's general level, on the logit scale. */
    float level;

    float variance = LEVEL_VARIANCE;
    float rating;

    /** Probability that the topic is known. */
    float knowledge = UNKNOWN;

    /** Counts of attempts that have a time. */
    final RecentCounts recent = new RecentCounts();

    double failures() {
        return attempts - score;
    }

    /** Our doubt about the level at a later time. */
    double variance(long second) {
        return Forgetting.variance(variance, Forgetting.retained(LearnerMemory.secondsBetween(lastSecond, second)));
    }

    int lastAnswer(int ago) {
        return Answers.sign(answers, attempts, ago);
    }
}
