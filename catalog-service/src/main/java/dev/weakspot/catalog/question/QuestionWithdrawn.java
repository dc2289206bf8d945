package dev.weakspot.catalog.question;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** The question was published once and then taken back. Its versions can still be read, one by one. */
public final class QuestionWithdrawn extends Refusal {

    QuestionWithdrawn(QuestionId id, int version) {
        super(
                HttpStatus.GONE,
                "withdrawn-question",
                "The question is withdrawn",
                id + " is withdrawn. A version higher than " + version + " would bring it back.");
    }
}
