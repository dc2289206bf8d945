package dev.weakspot.recommendation.goal;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** The learner has not said what they want to be ready for. */
final class NoGoal extends Refusal {

    NoGoal() {
        super(
                HttpStatus.NOT_FOUND,
                "no-goal",
                "There is no goal",
                "Say what you want to be ready for, and when, with PUT /api/v1/learners/me/goal");
    }
}
