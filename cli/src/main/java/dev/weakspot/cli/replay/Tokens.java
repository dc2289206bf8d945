package dev.weakspot.cli.replay;

import dev.weakspot.testbed.LocalIdentity;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens for everybody who takes part in a replay. Threads may share it. */
final class Tokens {

    private static final Duration VALIDITY = Duration.ofHours(24);

    private final LocalIdentity identity;
    private final Map<UUID, String> learners = new ConcurrentHashMap<>();

    Tokens(LocalIdentity identity) {
        this.identity = identity;
    }

    String learner(UUID learner) {
        return learners.computeIfAbsent(learner, id -> identity.token(id, Set.of("learner"), VALIDITY));
    }

    String author() {
        return role("author");
    }

    String analyst() {
        return role("analyst");
    }

    private String role(String role) {
        return identity.token(identity.pseudonym(role, "replay"), Set.of(role), VALIDITY);
    }
}
