package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import java.time.Instant;

/**
 * What we believe about a learner on a topic, after the learner's newest attempt.
 *
 * @param attempts attempts on the topic so far
 * @param answeredAt when the last of them was answered
 */
record Believed(Learner learner, TopicSlug topic, int attempts, Instant answeredAt, Estimate mastery, Trend trend) {}
