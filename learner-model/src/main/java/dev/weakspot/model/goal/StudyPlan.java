package dev.weakspot.model.goal;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.TopicSlug;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * How to spend the days until the goal, and what to expect on its day.
 *
 * @param readiness expected success on the day, the mean over the topics, when the plan is followed
 * @param withoutPractice the same when nothing is practised any more
 * @param days each day until the goal, today first; a day may be free when nothing more can be planned. All together take no
 *     longer than there is time; one of them may, by less than a question, because practice is spread evenly and no question is cut
 * @param dropFirst the planned topics, first the one whose practice adds least to readiness for its time
 * @param sentence what to expect, and why nothing or no more is planned where that is so
 */
public record StudyPlan(
        Estimate readiness, Estimate withoutPractice, List<Day> days, List<Sacrifice> dropFirst, String sentence) {

    public StudyPlan {
        days = List.copyOf(days);
        dropFirst = List.copyOf(dropFirst);
    }

    /** What to practise on one day. */
    public record Day(LocalDate date, List<Portion> portions) {

        public Day {
            portions = List.copyOf(portions);
        }

        public Duration time() {
            return portions.stream().map(Portion::time).reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** So many questions of one topic, never more than there are. */
    public record Portion(TopicSlug topic, int questions, Duration time) {}

    /**
     * A topic that could be left alone.
     *
     * @param saved time that is planned for it
     * @param readinessLost by how much readiness would be lower
     */
    public record Sacrifice(TopicSlug topic, String title, Duration saved, double readinessLost) {}

    /**
     * The plan for a goal. Deterministic. More time a day never makes less ready, and without any practice a later day never
     * makes more ready. No more questions are planned than there are.
     *
     * @param topics what the goal needs, at least one
     */
    public static StudyPlan of(Goal goal, List<GoalTopic> topics, LocalDate today) {
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("A goal needs a topic.");
        }
        return new Planner(goal, topics, today).plan();
    }
}
