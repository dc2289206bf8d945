package dev.weakspot.recommendation.belief;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** What we believe about learners and topics. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Beliefs extends GenericRepository<BeliefRow, UUID> {

    List<BeliefRow> findByLearnerId(UUID learnerId);
}
