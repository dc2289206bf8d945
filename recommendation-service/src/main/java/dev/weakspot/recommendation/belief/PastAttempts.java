package dev.weakspot.recommendation.belief;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What learners have answered, as far as predictions of it were kept. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PastAttempts extends GenericRepository<PastAttempts.PastAttempt, Long> {

    /** A learner's newest attempts, the newest first. */
    @Query("select sequence, question_id, score, answered_at from prediction where learner_id = :learner "
            + "order by sequence desc limit :limit")
    List<PastAttempt> newest(UUID learner, int limit);

    /** What was answered, and what came of it. */
    @MappedEntity("prediction")
    record PastAttempt(@Id long sequence, String questionId, double score, Instant answeredAt) {}
}
