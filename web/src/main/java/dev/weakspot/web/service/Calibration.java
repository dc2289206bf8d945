package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a learner knows what they know.
 *
 * @param certainty what came of answers that they were so sure of
 * @param selfGrades what they gave themselves
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record Calibration(
        List<Sureness> certainty, @Nullable SelfGrades selfGrades) {

    /** So many answers of the same certainty, from 0 to 1, and their mean score. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Sureness(double certainty, int attempts, double meanScore) {}

    /**
     * Grades that a learner gave themselves.
     *
     * @param sameTopicsByKey what an answer key gave them on the same topics
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record SelfGrades(
            int attempts,
            @Nullable Double meanScore,
            @Nullable Mean sameTopicsByKey) {}

    /** A mean over so many attempts; nothing without any. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Mean(int attempts, @Nullable Double meanScore) {}
}
