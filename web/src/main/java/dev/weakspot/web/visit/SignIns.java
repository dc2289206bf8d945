package dev.weakspot.web.visit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All browsers that are signed in. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface SignIns extends GenericRepository<SignIn, String> {

    Optional<SignIn> findByTokenHash(String tokenHash);

    void save(SignIn signIn);

    @Query("update sign_in set seen_at = :now where token_hash = :tokenHash")
    void see(String tokenHash, Instant now);

    @Query("delete from sign_in where token_hash = :tokenHash")
    void remove(String tokenHash);

    @Query("delete from sign_in where account_id = :account and token_hash <> :kept")
    void removeOthers(UUID account, String kept);

    @Query("delete from sign_in where account_id = :account and left(token_hash, 16) = :handle")
    void removeOne(UUID account, String handle);

    @Query("delete from sign_in where seen_at < :idleSince or signed_in_at < :oldest")
    int removeExpired(Instant idleSince, Instant oldest);

    @Query("select * from sign_in where account_id = :account order by seen_at desc limit 50")
    List<SignIn> listOf(UUID account);
}
