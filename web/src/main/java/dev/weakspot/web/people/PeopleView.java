package dev.weakspot.web.people;

import dev.weakspot.web.account.Account;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * People and what they may do.
 *
 * @param total how many there are on all pages
 * @param self the account of whoever looks
 * @param saved whose roles have just been saved
 * @param trouble key of the text that says why nothing was changed
 */
public record PeopleView(
        List<Account> people,
        long total,
        int number,
        int pages,
        UUID self,
        Optional<String> saved,
        Optional<String> trouble) {}
