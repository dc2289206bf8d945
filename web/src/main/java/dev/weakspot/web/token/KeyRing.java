package dev.weakspot.web.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which key is good for what. A key is published before it signs, so that everybody has fetched it by then; it signs until
 * its successor does; and it stays published until its last token has expired.
 *
 * @param keys oldest first
 */
record KeyRing(List<SigningKey> keys) {

    /** A key signs for so long. */
    static final Duration TURN = Duration.ofDays(7);
    /** Before that it is published for so long. */
    static final Duration NOTICE = Duration.ofHours(1);
    /** After that it is still published for so long, more than any token lives. */
    static final Duration AFTERLIFE = Duration.ofHours(1);

    KeyRing {
        keys = keys.stream()
                .sorted(Comparator.comparing(SigningKey::madeAt).thenComparing(SigningKey::id))
                .toList();
    }

    /** The youngest that has been published long enough; on a new installation the first, at once. */
    Optional<SigningKey> signing(Instant now) {
        return keys.reversed().stream()
                .filter(key -> !key.madeAt().plus(NOTICE).isAfter(now))
                .findFirst()
                .or(() -> keys.stream().findFirst());
    }

    boolean needsNew(Instant now) {
        return keys.isEmpty() || !keys.getLast().madeAt().plus(TURN).isAfter(now);
    }

    /** Those whose successor has signed for longer than any of their tokens lives. */
    List<SigningKey> spent(Instant now) {
        Optional<SigningKey> signing = signing(now);
        return keys.stream()
                .takeWhile(key -> !Optional.of(key).equals(signing))
                .filter(_ -> signing.map(SigningKey::madeAt)
                        .filter(made -> !made.plus(NOTICE).plus(AFTERLIFE).isAfter(now))
                        .isPresent())
                .toList();
    }
}
