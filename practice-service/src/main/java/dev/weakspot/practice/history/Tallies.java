package dev.weakspot.practice.history;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sums and means over one learner's attempts. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Tallies extends GenericRepository<QuarterRow, Instant> {

    /** By when they were answered; only quarters with attempts. */
    @Query("""
            select date_bin('15 minutes', answered_at, to_timestamp(0)) as quarter,
                   count(*) as attempts,
                   count(*) filter (where correct) as correct,
                   sum(score) as score,
                   coalesce(sum(response_time_ms), 0) as millis
              from attempt
             where learner_id = :learner and answered_at >= :since
             group by quarter
            """)
    List<QuarterRow> listQuarters(UUID learner, Instant since);

    @Query("""
            select round(certainty * 20) / 20 as certainty, count(*) as attempts, avg(score) as mean_score
              from attempt
             where learner_id = :learner and certainty is not null
             group by round(certainty * 20)
             order by round(certainty * 20)
            """)
    List<CertaintyRow> listByCertainty(UUID learner);

    @Query("""
            with graded_by_self as (
                select topics[1] as topic, score
                  from attempt
                 where learner_id = :learner and graded_by = 'learner'
            )
            select (select count(*) from graded_by_self) as attempts,
                   (select avg(score) from graded_by_self) as mean_score,
                   count(*) as key_attempts,
                   avg(score) as key_mean_score
              from attempt
             where learner_id = :learner
               and graded_by = 'answer-key'
               and topics[1] in (select topic from graded_by_self)
            """)
    SelfGradesRow getSelfGrades(UUID learner);
}
