package dev.weakspot.model.lean;

import dev.weakspot.model.StableHash;

/** A family of features of which an attempt has only a few; each member has a weight of its own in the hashed table. */
enum SparseGroup {
    QUESTION,
    TOPIC,
    SUCCESSES_ON_TOPIC,
    FAILURES_ON_TOPIC,
    TOPIC_PATTERN,
    LEARNER_PATTERN,
    FIRST_TOPIC_PATTERN_AND_GAP,
    SAME_AND_PATTERN,
    TRIES_AND_GAP,

    // Only of attempts that have a time.
    LAST_ANSWER_AND_PAUSE,
    LAST_ON_TOPIC_AND_PAUSE,
    LAST_ON_QUESTION_AND_PAUSE,
    TOPIC_AND_PAUSE,
    RECENT_ATTEMPTS_ON_TOPIC,
    RECENT_SCORE_ON_TOPIC,

    /** How steeply success on the question, or topic, rises with ability: the discrimination of item response theory. */
    QUESTION_DISCRIMINATION,
    TOPIC_DISCRIMINATION,

    QUESTION_AFTER_ANSWER,
    QUESTION_AFTER_QUESTION,
    TOPIC_AFTER_TOPIC,
    QUESTION_TRIES,
    QUESTION_AND_TOPIC_PATTERN;

    /** Part of every hash: comes from the name, so that groups may be added and moved. */
    final long salt = StableHash.of(name());
}
