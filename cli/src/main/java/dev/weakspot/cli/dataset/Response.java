package dev.weakspot.cli.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One row of a data set: a learner answered a question.
 *
 * @param line where it stands in the file, from 1; the header is line 1
 * @param skills the question's skills by the file's names, perhaps none
 * @param answeredAt when, if the file has a clock; many have only an order
 * @param split which part of the data set the row belongs to; empty when the file does not say
 */
public record Response(
        long line,
        String learner,
        String question,
        List<String> skills,
        boolean correct,
        Optional<Instant> answeredAt,
        String split) {

    public Response {
        skills = List.copyOf(skills);
    }
}
