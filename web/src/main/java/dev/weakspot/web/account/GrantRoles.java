package dev.weakspot.web.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes what somebody may do. */
@Singleton
public class GrantRoles {

    private static final Logger LOG = LoggerFactory.getLogger(GrantRoles.class);

    private final Accounts accounts;

    GrantRoles(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What came of it. */
    public enum Outcome {
        GRANTED,
        /** There is no such account, or it is a demo learner's. */
        NOBODY,
        /** Nobody would be left who can grant roles. */
        LAST_OPS
    }

    /** Gives an account exactly these roles, and that of a learner, which everybody has. */
    @Transactional
    public Outcome grant(UUID id, Set<Role> roles) {
        accounts.lock();
        Optional<Account> account = accounts.findById(id).filter(found -> !found.demo());
        if (account.isEmpty()) {
            return Outcome.NOBODY;
        }
        if (!roles.contains(Role.OPS) && account.get().has(Role.OPS) && !accounts.existsOtherOps(id)) {
            return Outcome.LAST_OPS;
        }
        List<String> words = Stream.concat(
                        Stream.of(Role.LEARNER), roles.stream().filter(role -> role != Role.LEARNER))
                .sorted()
                .map(Role::word)
                .toList();
        accounts.grant(id, words);
        LOG.atInfo().addKeyValue("account", id).addKeyValue("roles", words).log("Roles were granted");
        return Outcome.GRANTED;
    }
}
