package dev.weakspot.model.choice;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where a learner stands on a topic.
 *
 * @param prerequisites the topics that should be known first, whether the landscape has them or not
 * @param mastery expected success on the topic's questions
 * @param doubt how unsure we are of the learner's own level on it: a standard deviation on the logit scale
 * @param attempts attempts on the topic so far
 * @param lastAnsweredAt when the last of them was; means nothing when there was none
 */
public record TopicStanding(
        TopicSlug topic,
        String title,
        List<TopicSlug> prerequisites,
        Estimate mastery,
        double doubt,
        int attempts,
        Instant lastAnsweredAt,
        Trend trend) {

    public TopicStanding {
        prerequisites = List.copyOf(prerequisites);
    }

    /** The same with another expectation. */
    TopicStanding expecting(double success) {
        Estimate expected = Estimate.of(success, mastery.low(), mastery.high());
        return new TopicStanding(topic, title, prerequisites, expected, doubt, attempts, lastAnsweredAt, trend);
    }

    boolean isPractised() {
        return attempts > 0;
    }

    long daysSince(Instant now) {
        return Math.max(0, Duration.between(lastAnsweredAt, now).toDays());
    }
}
