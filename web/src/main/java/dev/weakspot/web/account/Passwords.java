package dev.weakspot.web.account;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes and checks passwords with Argon2id, in OWASP's first recommended setting: 19 MiB, two passes, one lane. Few are
 * worked on at a time, so that guessing passwords cannot take the memory and the cores from everybody else.
 */
@Singleton
public class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_A_TIME = 4;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private final String nobodys = argon2.encode("the password of nobody");

    /** Long enough to be hard to guess (NIST SP 800-63B asks for length, not for kinds of characters), and not endless. */
    public static boolean isAcceptable(String password) {
        return password.length() >= SHORTEST && password.length() <= LONGEST;
    }

    /** In PHC string format, with a salt of its own. */
    public String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return argon2.encode(password);
        } finally {
            places.release();
        }
    }

    /** Takes as long without a hash as with one: how long it takes must not tell whether somebody has an account. */
    public boolean matches(String password, Optional<String> hash) {
        places.acquireUninterruptibly();
        try {
            return argon2.matches(password, hash.orElse(nobodys)) && hash.isPresent();
        } finally {
            places.release();
        }
    }
}
