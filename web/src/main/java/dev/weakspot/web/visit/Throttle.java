package dev.weakspot.web.visit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/**
 * Slows down whoever guesses passwords or makes accounts by the thousand. Somebody who mistypes a few times never notices;
 * an account is tried at most a few times a minute, from wherever; and one address tries few accounts.
 */
@Singleton
public class Throttle {

    private static final long MOST = 100_000;
    private static final Duration FORGOTTEN = Duration.ofHours(2);

    private static final Bandwidth PER_ACCOUNT = Bandwidth.builder()
            .capacity(8)
            .refillGreedy(2, Duration.ofMinutes(1))
            .build();

    private static final Bandwidth DEMOS = Bandwidth.builder()
            .capacity(6)
            .refillGreedy(6, Duration.ofMinutes(1))
            .build();

    private final Bucket demos = Bucket.builder().addLimit(DEMOS).build();
    private final Cache<String, Bucket> accounts = buckets();
    private final Cache<String, Bucket> addresses = buckets();
    private final Bandwidth perAddress;

    /** @param triesPerAddress how often one address may sign in or up in two minutes; people in one office share theirs */
    Throttle(@Property(name = "weakspot.web.tries-per-address", defaultValue = "40") int triesPerAddress) {
        this.perAddress = Bandwidth.builder()
                .capacity(triesPerAddress)
                .refillGreedy(triesPerAddress, Duration.ofMinutes(2))
                .build();
    }

    /** How long somebody must wait before this account is tried again; zero is: go on. */
    public Duration ofAccount(String name) {
        return take(accounts, name.toLowerCase(Locale.ROOT), PER_ACCOUNT);
    }

    /** How long this address must wait before it signs in or up again; zero is: go on. */
    public Duration ofAddress(String address) {
        return take(addresses, address, perAddress);
    }

    /** How long everybody must wait before another demo learner is made; zero is: go on. */
    public Duration ofDemo() {
        return take(demos);
    }

    private static Duration take(Cache<String, Bucket> buckets, String key, Bandwidth limit) {
        return take(buckets.get(key, _ -> Bucket.builder().addLimit(limit).build()));
    }

    private static Duration take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(FORGOTTEN)
                .build();
    }
}
