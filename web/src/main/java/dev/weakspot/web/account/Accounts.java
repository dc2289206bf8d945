package dev.weakspot.web.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All accounts. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Accounts extends GenericRepository<Account, UUID> {

    Optional<Account> findById(UUID id);

    @Query("select * from account where lower(name) = lower(:name)")
    Optional<Account> findByName(String name);

    /** Holds back everybody else who signs up until this transaction ends: only one can be the first. */
    @Query("select 1 from (select pg_advisory_xact_lock(hashtext('account'))) as held")
    int lock();

    @Query("select exists (select 1 from account where not demo)")
    boolean existsPerson();

    void save(Account account);

    @Query("update account set password = :password where id = :id")
    void setPassword(UUID id, String password);

    /** Whether anybody but this account looks after the installation. */
    @Query("select exists (select 1 from account where 'ops' = any (roles) and id <> :id)")
    boolean existsOtherOps(UUID id);

    @Query("update account set roles = :roles where id = :id")
    void grant(UUID id, List<String> roles);

    @Query("select * from account where not demo order by lower(name) limit :limit offset :offset")
    List<Account> list(int limit, int offset);

    @Query("select count(*) from account where not demo")
    long count();
}
