package dev.weakspot.web.account;

import java.util.Locale;

/** What somebody may do. Everybody who signs up learns; ops grants the rest. */
public enum Role {
    LEARNER,
    AUTHOR,
    ANALYST,
    OPS;

    /** As tokens and the database say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
