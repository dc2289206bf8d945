package dev.weakspot.catalog.question;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** Somebody asked for a question that the catalog does not have. */
public final class UnknownQuestion extends Refusal {

    UnknownQuestion(QuestionId id) {
        this("No question is called " + id + ".");
    }

    UnknownQuestion(QuestionId id, int version) {
        this("There is no version " + version + " of a question called " + id + ".");
    }

    private UnknownQuestion(String detail) {
        super(HttpStatus.NOT_FOUND, "unknown-question", "There is no such question", detail);
    }
}
