package dev.weakspot.recommendation.goal;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.time.LocalDate;

/** A plan for years would only seem to be one, and take as long to make. */
final class GoalTooFar extends Refusal {

    GoalTooFar(LocalDate latest) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "goal-too-far",
                "The day of the goal is too far away",
                "Set a goal for " + latest + " at the latest");
    }
}
