package dev.weakspot.practice.history;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a learner judges themselves.
 *
 * @param certainty what they scored when they were so sure, the least sure first
 * @param selfGrades how they grade themselves beside how a key grades them
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record Calibration(List<CertaintyRow> certainty, SelfGrades selfGrades) {

    /** The attempts that the learner graded, and those on the same main topics that a key graded. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record SelfGrades(long attempts, @Nullable Double meanScore, Mean sameTopicsByKey) {}

    /**
     * A mean of scores.
     *
     * @param meanScore absent when there is no attempt
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Mean(long attempts, @Nullable Double meanScore) {}

    static Calibration of(List<CertaintyRow> certainty, SelfGradesRow row) {
        return new Calibration(
                certainty,
                new SelfGrades(row.attempts(), row.meanScore(), new Mean(row.keyAttempts(), row.keyMeanScore())));
    }
}
