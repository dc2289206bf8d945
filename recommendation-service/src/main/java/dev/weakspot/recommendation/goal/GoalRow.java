package dev.weakspot.recommendation.goal;

import dev.weakspot.recommendation.learner.Zone;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A learner's goal, as stored. */
@MappedEntity("goal")
record GoalRow(
        @Id UUID learnerId,
        LocalDate day,
        int minutesPerDay,
        String timeZone,
        String level,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> topics) {

    GoalRow {
        topics = List.copyOf(topics);
    }

    Zone zone() {
        return Zone.of(timeZone);
    }

    Level role() {
        return Level.of(level);
    }
}
