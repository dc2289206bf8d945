package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;

/**
 * How many questions a learner should see again, before they forget them.
 *
 * @param due now
 * @param forecast on each day from today on; today's are those that are due already, too
 */
@Serdeable
public record Reviews(int due, List<Day> forecast) {

    /** So many on one day. */
    @Serdeable
    public record Day(LocalDate day, int reviews) {}
}
