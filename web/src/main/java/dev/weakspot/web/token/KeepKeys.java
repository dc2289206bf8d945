package dev.weakspot.web.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Makes a new key when it is time and throws spent ones away. Several instances share their keys. */
@Singleton
class KeepKeys {

    private static final int BITS = 2048;

    private final SigningKeys keys;
    private final Clock clock;

    KeepKeys(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The keys as they are now; makes the first one. */
    @Transactional
    KeyRing current() {
        var ring = new KeyRing(keys.list());
        return ring.keys().isEmpty() ? turn() : ring;
    }

    @Scheduled(initialDelay = "10m", fixedDelay = "10m")
    @Transactional
    void turnWhenItIsTime() {
        turn();
    }

    private KeyRing turn() {
        keys.lock();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var ring = new KeyRing(keys.list());
        ring.spent(now).forEach(key -> keys.deleteById(key.id()));
        if (ring.needsNew(now)) {
            keys.save(make(now));
        }
        return new KeyRing(keys.list());
    }

    private static SigningKey make(Instant now) {
        String id = UUID.randomUUID().toString();
        try {
            String jwk = new RSAKeyGenerator(BITS)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate()
                    .toJSONString();
            return new SigningKey(id, jwk, now);
        } catch (JOSEException e) {
            throw new IllegalStateException("No RSA key can be made", e);
        }
    }
}
