package dev.weakspot.practice.session;

import dev.weakspot.problem.Refusal;
import io.micronaut.http.HttpStatus;

/** The block would not begin right after the last item. */
final class LeavesAHole extends Refusal {

    LeavesAHole(int from, int there) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "leaves-a-hole",
                "Positions before would stay empty",
                "The next block begins at %d, not at %d".formatted(there + 1, from));
    }
}
