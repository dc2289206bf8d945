package dev.weakspot.practice.question;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** The question is graded with a key, which nobody sees before the attempt. */
final class NothingToReveal extends Refusal {

    NothingToReveal(String question) {
        super(
                HttpStatus.CONFLICT,
                "nothing-to-reveal",
                "The question has nothing to reveal before the attempt",
                "Question %s is not self-graded: answer it, and the explanation comes with the grade"
                        .formatted(question));
    }
}
