package dev.weakspot.recommendation.catalog;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The questions as stored. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CatalogQuestions extends GenericRepository<CatalogQuestion, String> {

    List<CatalogQuestion> findByWithdrawnFalse();

    /** Grows with every change of the catalog, and commits with it: the offsets of the topics it is drawn from. */
    @Query("select coalesce(sum(next_offset), 0) from inbox_offset where topic in (:oneTopic, :otherTopic)")
    long version(String oneTopic, String otherTopic);
}
