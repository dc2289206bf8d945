package dev.weakspot.cli.replay;

import dev.weakspot.cli.CommandFailure;
import dev.weakspot.cli.dataset.Response;
import dev.weakspot.testbed.LocalIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * What the things of a data set are called in the running system: always the same, so that a replay can be resumed, and
 * all below one prefix, so that it mixes with nothing.
 *
 * @param prefix begins each topic slug and question id, followed by a dot
 */
record Names(String prefix, LocalIdentity identity) {

    private static final int LONGEST = 80;

    /** {@code dbe_kt22_train.csv.gz} → {@code dbe-kt22-train}. */
    static String prefixOf(String fileName) {
        String name = slug(fileName.replaceFirst("\\..*$", ""));
        return slug(name.substring(0, Math.min(name.length(), 30)));
    }

    String topic(String skill) {
        return below("t-", skill);
    }

    String question(String question) {
        return below("q-", question);
    }

    /** Begins every topic and question of the data set. */
    String everything() {
        return prefix + ".";
    }

    UUID learner(String learner) {
        return identity.pseudonym("replay/" + prefix, learner);
    }

    /** Of one row, for ever. */
    UUID attempt(Response response) {
        String row = "weakspot-replay/" + prefix + "/" + response.line();
        return UUID.nameUUIDFromBytes(row.getBytes(StandardCharsets.UTF_8));
    }

    /** Why a data set cannot be resumed. */
    CommandFailure changed(String what) {
        return new CommandFailure(what + " was sent under the prefix " + prefix + " before, with another content: the"
                + " file has changed since it was sent, or it is another file. Use another --prefix.");
    }

    private String below(String letter, String name) {
        String slug = slug(name);
        String full = everything() + letter + slug;
        // What slugging changed could collide, what is too long would be refused: the name's hash keeps both apart.
        return slug.equals(name) && full.length() <= LONGEST
                ? full
                : full.substring(0, Math.min(full.length(), LONGEST - 9)) + "-" + Integer.toHexString(name.hashCode());
    }

    private static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "x" : slug;
    }
}
