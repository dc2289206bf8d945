package dev.weakspot.practice.session;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** Neither the questions that were named nor the choice by topic and level leave anything to ask. */
final class NoQuestions extends Refusal {

    NoQuestions() {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "no-questions",
                "There is nothing to ask",
                "No question of this topic and level is known here");
    }
}
