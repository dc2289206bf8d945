package dev.weakspot.practice.attempt;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** The catalog has withdrawn the question; attempts made before stay. */
final class WithdrawnQuestion extends Refusal {

    WithdrawnQuestion(String question) {
        super(
                HttpStatus.GONE,
                "withdrawn-question",
                "The question is withdrawn",
                "Question %s takes no more answers".formatted(question));
    }
}
