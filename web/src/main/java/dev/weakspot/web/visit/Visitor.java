package dev.weakspot.web.visit;

import dev.weakspot.web.account.Account;
import dev.weakspot.web.account.Role;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who is signed in.
 *
 * @param account their account
 * @param name their own; only their pages and those of ops show it
 * @param learner the pseudonym under which the services know them
 * @param demo whether their history is made up
 * @param csrf what every form of this sign-in carries and no other site can know
 */
public record Visitor(UUID account, String name, UUID learner, Set<Role> roles, boolean demo, String csrf) {

    static Visitor of(Account account, SignIn signIn) {
        return new Visitor(
                account.id(), account.name(), account.learnerId(), account.grants(), account.demo(), signIn.csrf());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
