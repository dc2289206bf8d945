package dev.weakspot.model.bayes;

import java.time.Instant;

/**
 * What we believe about a learner on one topic.
 *
 * @param level how much better or worse than the learner's general level
 * @param attempts attempts on the topic so far, at least one
 */
public record TopicBelief(Gaussian level, int attempts, Instant lastAnsweredAt) {

    public TopicBelief {
        if (attempts < 1) {
            throw new IllegalArgumentException("There is no belief about a topic without an attempt on it.");
        }
    }
}
