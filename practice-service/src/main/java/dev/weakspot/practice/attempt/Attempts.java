package dev.weakspot.practice.attempt;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The attempts that were recorded, for reading. {@link AttemptLedger} writes them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Attempts extends GenericRepository<Attempt, UUID> {

    boolean existsByAttemptId(UUID attemptId);

    @Query("select * from attempt where id = :id and learner_id = :learner")
    Optional<Attempt> find(UUID id, UUID learner);

    /** A learner's attempts with a smaller number than given, newest first. */
    @Query(
            "select * from attempt where learner_id = :learner and sequence < :before order by sequence desc limit :limit")
    List<Attempt> listBefore(UUID learner, long before, int limit);

    /** All learners' attempts behind this place, newest first. */
    @Query("select * from attempt where recorded_at >= :at and (recorded_at, id) > (:at, :id)"
            + " order by recorded_at desc, id desc limit :limit")
    List<TailItem> listRecordedAfter(Instant at, UUID id, int limit);
}
