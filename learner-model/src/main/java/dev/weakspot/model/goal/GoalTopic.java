package dev.weakspot.model.goal;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.TopicSlug;
import java.time.Duration;

/**
 * A topic that a goal needs, as the learner stands today.
 *
 * @param mastery expected success on its questions today
 * @param unlearned success that we would expect of a newcomer: forgetting leads down to it, and no further
 * @param daysAway since the learner last practised it; 0 when they never did
 * @param perQuestion time that one question takes
 * @param questions how many there are to practise with; a question on two topics belongs to one of them
 */
public record GoalTopic(
        TopicSlug topic,
        String title,
        Estimate mastery,
        double unlearned,
        long daysAway,
        Duration perQuestion,
        int questions) {

    public GoalTopic {
        if (!(unlearned >= 0 && unlearned <= 1)) {
            throw new IllegalArgumentException("A success lies in [0, 1], and this is " + unlearned + ".");
        }
        if (daysAway < 0 || perQuestion.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("Neither the days away (%d) nor the time for a question (%s) can be so."
                    .formatted(daysAway, perQuestion));
        }
        if (questions < 0) {
            throw new IllegalArgumentException("There cannot be " + questions + " questions.");
        }
    }
}
