package dev.weakspot.web.signin;

import dev.weakspot.web.account.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody's account as they see it.
 *
 * @param learner the pseudonym under which services and events know them
 * @param hasPassword false for a demo learner
 * @param news key of the text that says what was just done
 * @param trouble key of the text that says why it was not
 */
public record AccountView(
        String name,
        UUID learner,
        Set<Role> roles,
        boolean hasPassword,
        List<Browser> browsers,
        Optional<String> news,
        Optional<String> trouble) {

    /**
     * A browser that is signed in.
     *
     * @param handle names it in a form; it opens nothing
     * @param isThis whether it is the one that asks
     */
    public record Browser(String handle, Device device, Instant signedInAt, Instant seenAt, boolean isThis) {}
}
