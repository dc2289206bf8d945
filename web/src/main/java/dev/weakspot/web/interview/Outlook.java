package dev.weakspot.web.interview;

import dev.weakspot.web.service.Readiness;
import dev.weakspot.web.service.Readiness.Goal;

/** What can be said about the day of a goal. */
public sealed interface Outlook {

    /** Recommendations cannot be asked now. */
    record Away() implements Outlook {}

    /** Nobody has said what they want to be ready for. */
    record NoGoal() implements Outlook {}

    /** The day has gone by. */
    record Passed(Goal goal) implements Outlook {}

    /** There is a goal, and no topic to plan for. */
    record NothingToPlan(Goal goal) implements Outlook {}

    /** There is a plan. */
    record Planned(Readiness readiness) implements Outlook {}
}
