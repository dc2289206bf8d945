package dev.weakspot.web.visit;

import dev.weakspot.web.account.Account;
import dev.weakspot.web.account.Accounts;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Signs browsers in, knows them again and signs them out. A sign-in ends when it was not used for long, or is old. */
@Singleton
public class KeepSignIns {

    /** After this long unused, a sign-in has ended. */
    static final Duration IDLE = Duration.ofDays(14);
    /** A sign-in ends after this long in any case. */
    static final Duration LONGEST = Duration.ofDays(90);

    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);
    private static final int SECRET_BYTES = 32;
    private static final int HANDLE = 16;
    private static final int LONGEST_DEVICE = 200;

    private final SignIns signIns;
    private final Accounts accounts;
    private final SecureRandom random;
    private final Clock clock;

    KeepSignIns(SignIns signIns, Accounts accounts, SecureRandom random, Clock clock) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.random = random;
        this.clock = clock;
    }

    /** Signs a browser in; the answer is what its cookie holds, and is kept nowhere here. */
    public String signIn(Account account, String device) {
        String token = secret();
        Instant now = now();
        String known = device.length() > LONGEST_DEVICE ? device.substring(0, LONGEST_DEVICE) : device;
        signIns.save(new SignIn(hash(token), account.id(), secret(), known, now, now));
        return token;
    }

    /** Whose cookie it is, unless that sign-in has ended. */
    public Optional<Visitor> recognise(String token) {
        return findCurrent(token)
                .flatMap(signIn -> accounts.findById(signIn.accountId()).map(account -> Visitor.of(account, signIn)));
    }

    private Optional<SignIn> findCurrent(String token) {
        Instant now = now();
        Optional<SignIn> found = signIns.findByTokenHash(hash(token))
                .filter(signIn -> signIn.seenAt().plus(IDLE).isAfter(now))
                .filter(signIn -> signIn.signedInAt().plus(LONGEST).isAfter(now));
        found.filter(signIn -> signIn.seenAt().plus(SEEN_EVERY).isBefore(now))
                .ifPresent(signIn -> signIns.see(signIn.tokenHash(), now));
        return found;
    }

    public void signOut(String token) {
        signIns.remove(hash(token));
    }

    /** Signs out every browser of the account but the one with this cookie. */
    public void signOutOthers(Visitor visitor, String token) {
        signIns.removeOthers(visitor.account(), hash(token));
    }

    /** Signs out the browser of the account that has this handle. */
    public void signOut(Visitor visitor, String handle) {
        signIns.removeOne(visitor.account(), handle);
    }

    /** Browsers in which the visitor is signed in, the latest seen first. */
    public List<SignIn> list(Visitor visitor) {
        return signIns.listOf(visitor.account());
    }

    /** Names a sign-in where its own browser may read it; nobody can sign in with it. */
    public static String handle(SignIn signIn) {
        return signIn.tokenHash().substring(0, HANDLE);
    }

    /** Whether a cookie is that of a sign-in. */
    public static boolean isOf(SignIn signIn, String token) {
        return signIn.tokenHash().equals(hash(token));
    }

    /** SHA-256 suffices for a secret of 256 random bits: there is nothing to guess. */
    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "6h")
    void removeExpired() {
        Instant now = now();
        signIns.removeExpired(now.minus(IDLE), now.minus(LONGEST));
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
