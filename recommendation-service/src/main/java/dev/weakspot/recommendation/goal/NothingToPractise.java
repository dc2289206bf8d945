package dev.weakspot.recommendation.goal;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** Nobody can say how ready somebody will be for topics on which there is no question. */
final class NothingToPractise extends Refusal {

    NothingToPractise() {
        super(
                HttpStatus.CONFLICT,
                "nothing-to-practise",
                "There is nothing to practise for the goal",
                "No topic of the goal has a question in the catalog: set a goal with other topics");
    }
}
