package dev.weakspot.practice.history;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * The sums of a learner's attempts in a quarter of an hour. In every time zone of today a day begins with such a quarter, so
 * whoever knows the zone can put days together.
 *
 * @param quarter when it begins
 * @param score the sum of the scores
 * @param millis the sum of the response times that were measured
 */
@MappedEntity("attempt")
record QuarterRow(@Id Instant quarter, long attempts, long correct, double score, long millis) {

    QuarterRow plus(QuarterRow later) {
        return new QuarterRow(
                quarter,
                attempts + later.attempts,
                correct + later.correct,
                score + later.score,
                millis + later.millis);
    }
}
