package dev.weakspot.web.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static SigningKey key(String id, Duration after) {
        return new SigningKey(id, "{}", BEGIN.plus(after));
    }

    private static KeyRing ring(SigningKey... keys) {
        return new KeyRing(List.of(keys));
    }

    private static Optional<String> signing(KeyRing ring, Duration after) {
        return ring.signing(BEGIN.plus(after)).map(SigningKey::id);
    }

    @Test
    void theVeryFirstKeySignsAtOnce() {
        assertThat(signing(ring(key("a", Duration.ZERO)), Duration.ZERO)).contains("a");
        assertThat(signing(ring(), Duration.ZERO)).isEmpty();
    }

    @Test
    void aNewKeyIsPublishedBeforeItSigns() {
        KeyRing ring = ring(key("a", Duration.ZERO), key("b", KeyRing.TURN));

        assertThat(signing(ring, KeyRing.TURN)).contains("a");
        assertThat(signing(ring, KeyRing.TURN.plus(KeyRing.NOTICE))).contains("b");
    }

    @Test
    void aNewKeyIsNeededWhenTheLastOneHasHadItsTurn() {
        KeyRing ring = ring(key("a", Duration.ZERO));

        assertThat(ring.needsNew(BEGIN.plus(KeyRing.TURN).minusSeconds(1))).isFalse();
        assertThat(ring.needsNew(BEGIN.plus(KeyRing.TURN))).isTrue();
        assertThat(ring().needsNew(BEGIN)).isTrue();
    }

    @Test
    void aKeyStaysUntilItsLastTokenHasExpired() {
        KeyRing ring = ring(key("a", Duration.ZERO), key("b", KeyRing.TURN));
        Instant successorSigns = BEGIN.plus(KeyRing.TURN).plus(KeyRing.NOTICE);

        assertThat(ring.spent(successorSigns.plus(KeyRing.AFTERLIFE).minusSeconds(1)))
                .isEmpty();
        assertThat(ring.spent(successorSigns.plus(KeyRing.AFTERLIFE)))
                .extracting(SigningKey::id)
                .containsExactly("a");
    }

    /** Hour by hour through a year: there is always a key that signs, and it was published long enough. */
    @Test
    void somebodySignsAtAnyTime() {
        List<SigningKey> keys = List.of(key("0", Duration.ZERO));
        for (int hour = 0; hour < 24 * 365; hour++) {
            Instant now = BEGIN.plus(Duration.ofHours(hour));
            KeyRing ring = new KeyRing(keys);
            if (ring.needsNew(now)) {
                keys = Stream.concat(keys.stream(), Stream.of(new SigningKey(Integer.toString(hour), "{}", now)))
                        .toList();
            }
            List<SigningKey> spent = new KeyRing(keys).spent(now);
            keys = keys.stream().filter(key -> !spent.contains(key)).toList();

            SigningKey signing = new KeyRing(keys).signing(now).orElseThrow();
            assertThat(signing.madeAt().equals(BEGIN)
                            || !signing.madeAt().plus(KeyRing.NOTICE).isAfter(now))
                    .isTrue();
            assertThat(keys).hasSizeLessThanOrEqualTo(2);
        }
    }
}
