package dev.weakspot.practice.question;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** The question, or this version of it, was never published as far as this service knows. */
public final class UnknownQuestion extends Refusal {

    public UnknownQuestion(QuestionVersion version) {
        super(
                HttpStatus.NOT_FOUND,
                "unknown-question",
                "There is no such question",
                "No version %d of a question %s is known here".formatted(version.version(), version.question()));
    }
}
