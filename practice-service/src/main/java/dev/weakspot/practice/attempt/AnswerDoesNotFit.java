package dev.weakspot.practice.attempt;

import dev.weakspot.practice.grading.Misfit;
import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** The answer cannot be held against the question's key. */
final class AnswerDoesNotFit extends Refusal {

    AnswerDoesNotFit(Misfit misfit) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "answer-does-not-fit",
                "The answer has not the shape that the question asks for",
                misfit.reason());
    }
}
