package dev.weakspot.recommendation.goal;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.time.LocalDate;

/** Nobody can get ready for a day that has gone by. */
final class GoalHasPassed extends Refusal {

    GoalHasPassed(LocalDate day) {
        super(
                HttpStatus.CONFLICT,
                "goal-has-passed",
                "The day of the goal has gone by",
                "The day was " + day + ": set a goal for a day to come");
    }
}
