package dev.weakspot.recommendation.goal;

import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.TopicStanding;
import dev.weakspot.model.goal.Goal;
import dev.weakspot.model.goal.GoalTopic;
import dev.weakspot.model.goal.StudyPlan;
import dev.weakspot.recommendation.belief.Knowledge;
import dev.weakspot.recommendation.catalog.Catalog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** Says how ready a learner will be on the day of their goal, and how to get there. A day begins at midnight UTC. */
@Singleton
class PlanForGoal {

    /** To answer a question and to read its explanation. A guess, until somebody measures it. */
    private static final Duration PER_QUESTION = Duration.ofMinutes(2);

    private static final Period LONGEST = Period.ofYears(1);

    private final Clock clock;

    PlanForGoal(Clock clock) {
        this.clock = clock;
    }

    /** The day is today or within a year, and all topics are in the catalog, or the goal is refused. */
    void check(LocalDate day, List<String> topics, Catalog catalog) {
        check(day, LocalDate.now(clock));
        for (int i = 0; i < topics.size(); i++) {
            if (topics.get(i).isBlank() || !catalog.has(new TopicSlug(topics.get(i)))) {
                throw new UnknownTopic(i + 1);
            }
        }
    }

    private static void check(LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            throw new GoalHasPassed(day);
        }
        LocalDate latest = today.plus(LONGEST);
        if (day.isAfter(latest)) {
            throw new GoalTooFar(latest);
        }
    }

    StudyPlan plan(GoalRow goal, Knowledge knowledge) {
        LocalDate today = LocalDate.now(clock);
        check(goal.day(), today);
        List<GoalTopic> topics = standings(goal, knowledge).stream()
                .map(standing -> topic(standing, knowledge))
                .toList();
        if (topics.isEmpty()) {
            throw new NoGoal();
        }
        return StudyPlan.of(new Goal(goal.day(), Duration.ofMinutes(goal.minutesPerDay())), topics, today);
    }

    private static List<TopicStanding> standings(GoalRow goal, Knowledge knowledge) {
        return goal.topics().isEmpty()
                ? knowledge.topics()
                : goal.topics().stream()
                        .map(slug -> knowledge.standing(new TopicSlug(slug)))
                        .toList();
    }

    private static GoalTopic topic(TopicStanding standing, Knowledge knowledge) {
        long daysAway = standing.attempts() == 0
                ? 0
                : Math.max(
                        0,
                        Duration.between(standing.lastAnsweredAt(), knowledge.moment())
                                .toDays());
        return new GoalTopic(
                standing.topic(),
                standing.title(),
                standing.mastery(),
                knowledge.newcomersMastery(standing.topic()).value(),
                daysAway,
                PER_QUESTION);
    }
}
