package dev.weakspot.recommendation.goal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What learners want to be ready for: one goal each. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Goals extends GenericRepository<GoalRow, UUID> {

    Optional<GoalRow> findByLearnerId(UUID learnerId);

    /**
     * The learner's goal from now on.
     *
     * @param slugs an array literal
     */
    @Query("insert into goal (learner_id, day, minutes_per_day, time_zone, level, topics)"
            + " values (:learnerId, :day, :minutesPerDay, :timeZone, :level, cast(:slugs as text[]))"
            + " on conflict (learner_id) do update set day = excluded.day, minutes_per_day = excluded.minutes_per_day,"
            + " time_zone = excluded.time_zone, level = excluded.level, topics = excluded.topics")
    void put(UUID learnerId, LocalDate day, int minutesPerDay, String timeZone, String level, String slugs);

    void deleteByLearnerId(UUID learnerId);
}
