package dev.weakspot.recommendation.goal;

import dev.weakspot.model.Question;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.EvenChoice;
import dev.weakspot.model.choice.TopicStanding;
import dev.weakspot.model.goal.Goal;
import dev.weakspot.model.goal.GoalTopic;
import dev.weakspot.model.goal.StudyPlan;
import dev.weakspot.recommendation.belief.Knowledge;
import dev.weakspot.recommendation.catalog.Catalog;
import dev.weakspot.recommendation.goal.Outlook.NotPlanned;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how ready a learner will be on the day of their goal, and how to get there. A day is the learner's own. */
@Singleton
class PlanForGoal {

    private final Clock clock;

    PlanForGoal(Clock clock) {
        this.clock = clock;
    }

    Outlook plan(GoalRow goal, Knowledge knowledge) {
        LocalDate today = goal.zone().today(clock);
        Horizon.check(goal.day(), today);
        Set<TopicSlug> topics = topics(goal, knowledge);
        Map<TopicSlug, Supply> supplies = supplies(topics, goal.role(), knowledge.catalog());
        if (supplies.isEmpty()) {
            throw new NothingToPractise();
        }
        List<GoalTopic> planned = new ArrayList<>();
        supplies.forEach((topic, supply) -> planned.add(goalTopic(knowledge.standing(topic), supply, knowledge)));
        List<NotPlanned> notPlanned = topics.stream()
                .filter(topic -> !supplies.containsKey(topic))
                .map(topic -> notPlanned(topic, knowledge.catalog()))
                .toList();
        var wanted = new Goal(goal.day(), Duration.ofMinutes(goal.minutesPerDay()));
        return new Outlook(StudyPlan.of(wanted, planned, today), notPlanned);
    }

    private static Set<TopicSlug> topics(GoalRow goal, Knowledge knowledge) {
        Stream<TopicSlug> topics = goal.topics().isEmpty()
                ? knowledge.topics().stream().map(TopicStanding::topic)
                : goal.topics().stream().map(TopicSlug::new);
        return topics.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What a topic has to practise with.
     *
     * @param telling questions that stand for all
     * @param questions how many there are; some on the topic belong to another one of the goal
     */
    private record Supply(List<Question> telling, Duration perQuestion, int questions) {}

    /** Of all topics that have questions for the role. Each question counts once: with the first of its topics that the goal names. */
    private static Map<TopicSlug, Supply> supplies(Set<TopicSlug> topics, Level role, Catalog catalog) {
        Set<TopicSlug> present = topics.stream().filter(catalog::has).collect(Collectors.toSet());
        Map<TopicSlug, Supply> supplies = new LinkedHashMap<>();
        for (TopicSlug topic : topics) {
            List<Question> asked = present.contains(topic) ? asked(topic, role, catalog) : List.of();
            if (!asked.isEmpty()) {
                int own = (int) asked.stream()
                        .filter(question -> topic.equals(ownerOf(question, present)))
                        .count();
                List<Question> telling =
                        EvenChoice.of(asked, catalog.tellingQuestions(topic).size());
                supplies.put(topic, new Supply(telling, perQuestion(asked, catalog), own));
            }
        }
        return supplies;
    }

    private static List<Question> asked(TopicSlug topic, Level role, Catalog catalog) {
        return catalog.questions(topic).stream()
                .filter(question -> role.isAsked(catalog.question(question.id()).level()))
                .toList();
    }

    private static Duration perQuestion(List<Question> questions, Catalog catalog) {
        double seconds = questions.stream()
                .mapToLong(question ->
                        catalog.question(question.id()).expectedTime().toSeconds())
                .average()
                .orElseThrow();
        return Duration.ofSeconds(Math.round(seconds));
    }

    private static TopicSlug ownerOf(Question question, Set<TopicSlug> present) {
        return question.topics().stream().filter(present::contains).findFirst().orElseThrow();
    }

    private static NotPlanned notPlanned(TopicSlug topic, Catalog catalog) {
        String title = catalog.title(topic);
        return new NotPlanned(topic.value(), title, whyNot(topic, catalog).formatted(title));
    }

    private static String whyNot(TopicSlug topic, Catalog catalog) {
        if (!catalog.has(topic)) {
            return "%s was taken out of the catalog.";
        }
        return catalog.questions(topic).isEmpty()
                ? "There is no question on %s yet."
                : "All questions on %s are for a higher level.";
    }

    private static GoalTopic goalTopic(TopicStanding standing, Supply supply, Knowledge knowledge) {
        long daysAway = standing.attempts() == 0
                ? 0
                : Math.max(
                        0,
                        Duration.between(standing.lastAnsweredAt(), knowledge.moment())
                                .toDays());
        return new GoalTopic(
                standing.topic(),
                standing.title(),
                knowledge.mastery(standing.topic(), supply.telling()),
                knowledge.newcomersMastery(standing.topic(), supply.telling()).value(),
                daysAway,
                supply.perQuestion(),
                supply.questions());
    }
}
