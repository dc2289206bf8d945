package dev.weakspot.web.token;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** All keys that have not been thrown away. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SigningKeys extends GenericRepository<SigningKey, String> {

    @Query("select * from signing_key order by made_at")
    List<SigningKey> list();

    /** Holds back every other instance that makes a key until this transaction ends. */
    @Query("select 1 from (select pg_advisory_xact_lock(hashtext('signing_key'))) as held")
    int lock();

    void save(SigningKey key);

    void deleteById(String id);
}
