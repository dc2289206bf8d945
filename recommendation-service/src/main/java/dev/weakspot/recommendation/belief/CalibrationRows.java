package dev.weakspot.recommendation.belief;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The calibration as stored. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CalibrationRows extends GenericRepository<CalibrationRow, String> {

    @Query("select version from calibration where kind = 'bias'")
    long version();

    /** The version, which nobody else can raise before the transaction ends. */
    @Query("select version from calibration where kind = 'bias' for update")
    long lockVersion();

    List<CalibrationRow> findByVersionGreaterThan(long version);
}
