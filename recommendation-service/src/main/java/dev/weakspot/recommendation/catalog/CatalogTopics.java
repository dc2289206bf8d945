package dev.weakspot.recommendation.catalog;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The topics as stored. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CatalogTopics extends GenericRepository<CatalogTopic, String> {

    List<CatalogTopic> findAll();
}
