package dev.weakspot.recommendation.goal;

import static java.util.stream.Collectors.joining;

import dev.weakspot.model.TopicSlug;
import dev.weakspot.recommendation.catalog.Catalog;
import dev.weakspot.recommendation.catalog.CurrentCatalog;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Sets what a learner wants to be ready for, in place of what they wanted before. The same goal again changes nothing. */
@Singleton
class SetGoal {

    private final Goals goals;
    private final CurrentCatalog currentCatalog;
    private final Clock clock;

    SetGoal(Goals goals, CurrentCatalog currentCatalog, Clock clock) {
        this.goals = goals;
        this.currentCatalog = currentCatalog;
        this.clock = clock;
    }

    /** The goal as it is kept. The day is today or within a year, and all topics are in the catalog, or it is refused. */
    @Transactional
    GoalRow set(GoalRow goal) {
        Horizon.check(goal.day(), goal.zone().today(clock));
        Catalog catalog = currentCatalog.get();
        for (int i = 0; i < goal.topics().size(); i++) {
            String topic = goal.topics().get(i);
            if (topic.isBlank() || !catalog.has(new TopicSlug(topic))) {
                throw new UnknownTopic(i + 1);
            }
        }
        // A slug that the catalog has holds nothing that an array literal would need to quote.
        String slugs = goal.topics().stream().distinct().collect(joining(",", "{", "}"));
        goals.put(goal.learnerId(), goal.day(), goal.minutesPerDay(), goal.timeZone(), goal.level(), slugs);
        return goals.findByLearnerId(goal.learnerId()).orElseThrow();
    }
}
