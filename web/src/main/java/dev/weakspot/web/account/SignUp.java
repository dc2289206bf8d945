package dev.weakspot.web.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes accounts. Whoever comes first on a new installation also looks after it. */
@Singleton
public class SignUp {

    private final Accounts accounts;
    private final Passwords passwords;
    private final AccountRows rows;

    SignUp(Accounts accounts, Passwords passwords, AccountRows rows) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rows = rows;
    }

    /** Nothing when somebody else has the name. */
    public Optional<Account> signUp(String name, String password) {
        if (accounts.findByName(name).isPresent()) {
            return Optional.empty();
        }
        return rows.insert(name, passwords.hash(password));
    }

    /** An account to look around with, in the name of a learner; nobody can sign in to it again once its browser has left. */
    public Account demo(UUID learner) {
        return rows.insertDemo(learner);
    }

    /** The transactions, apart from the hashing: that takes long and needs no connection. */
    @Singleton
    static class AccountRows {

        private final Accounts accounts;
        private final Clock clock;

        AccountRows(Accounts accounts, Clock clock) {
            this.accounts = accounts;
            this.clock = clock;
        }

        @Transactional
        Optional<Account> insert(String name, String password) {
            accounts.lock();
            if (accounts.findByName(name).isPresent()) {
                return Optional.empty();
            }
            List<Role> roles = accounts.existsPerson() ? List.of(Role.LEARNER) : List.of(Role.LEARNER, Role.OPS);
            return Optional.of(save(name, password, UUID.randomUUID(), roles, false));
        }

        @Transactional
        Account insertDemo(UUID learner) {
            String name = "demo-" + UUID.randomUUID().toString().substring(0, 8);
            return save(name, null, learner, List.of(Role.LEARNER), true);
        }

        private Account save(String name, @Nullable String password, UUID learner, List<Role> roles, boolean demo) {
            var account = new Account(
                    UUID.randomUUID(),
                    name,
                    password,
                    learner,
                    roles.stream().map(Role::word).toList(),
                    demo,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            accounts.save(account);
            return account;
        }
    }
}
