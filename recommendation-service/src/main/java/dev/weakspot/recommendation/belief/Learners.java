package dev.weakspot.recommendation.belief;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** What ops want to know of all learners together. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Learners extends GenericRepository<LearnerRow, UUID> {

    @Query("select count(*) from early_attempt")
    long attemptsHeld();
}
