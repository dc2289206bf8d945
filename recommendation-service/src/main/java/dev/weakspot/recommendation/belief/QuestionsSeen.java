package dev.weakspot.recommendation.belief;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Which questions learners have answered. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QuestionsSeen extends GenericRepository<QuestionSeen, UUID> {

    List<QuestionSeen> findByLearnerId(UUID learnerId);
}
