package dev.weakspot.model.lean;

/** A number that every attempt has, with one weight for all. The order is that of the saved weights: add at the end. */
enum DenseFeature {
    ONE,

    LEARNER_SUCCESSES,
    LEARNER_FAILURES,
    TOPIC_SUCCESSES,
    TOPIC_FAILURES,
    QUESTION_SUCCESSES,
    QUESTION_FAILURES,

    // Success rates, each shrunk toward the next wider one.
    LEARNER_RATE,
    LEARNER_TOPIC_RATE,
    QUESTION_RATE,
    TOPIC_RATE,

    LEARNER_FAST_AVERAGE,
    LEARNER_STEADY_AVERAGE,
    LEARNER_SLOW_AVERAGE,
    TOPIC_FAST_AVERAGE,
    TOPIC_SLOW_AVERAGE,

    LAST_ANSWER,
    SECOND_LAST_ANSWER,
    THIRD_LAST_ANSWER,
    LAST_ON_TOPIC,
    SECOND_LAST_ON_TOPIC,
    LAST_ON_QUESTION,
    RIGHT_STREAK,
    WRONG_STREAK,

    SAME_QUESTION,
    SAME_QUESTION_LAST_ANSWER,
    SAME_TOPIC,
    SAME_TOPIC_LAST_ANSWER,

    ATTEMPTS_SINCE_TOPIC,
    ATTEMPTS_SINCE_QUESTION,
    TIME_SINCE_LAST,
    TIME_SINCE_TOPIC,
    TIME_SINCE_QUESTION,

    // What the other parts say.
    CORE_LOGIT,
    CORE_VARIANCE,
    TRACING_LOGIT,
    ELO_LOGIT,

    QUESTION_EXPERIENCE,
    LEARNER_EXPERIENCE,
    FIRST_ATTEMPT,
    FIRST_ON_TOPIC,
    SEVERAL_TOPICS,

    // Logarithms of recent counts on the topics, of attempts that have a time.
    ATTEMPTS_OF_HOUR,
    SCORE_OF_HOUR,
    ATTEMPTS_OF_DAY,
    SCORE_OF_DAY,
    ATTEMPTS_OF_WEEK,
    SCORE_OF_WEEK,
    ATTEMPTS_OF_MONTH,
    SCORE_OF_MONTH
}
