package dev.weakspot.testbed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An installation's own issuer of tokens, until people sign in somewhere: an RSA key pair and a secret for pseudonyms,
 * kept in a folder. The same folder gives the same keys and the same pseudonyms for ever.
 */
public final class LocalIdentity {

    /** Whom the services trust unless they are told otherwise. */
    public static final String ISSUER = "weakspot-local";

    private final RSAKey key;
    private final byte[] pseudonymSecret;
    private final Path jwksFile;
    private final Clock clock;

    private LocalIdentity(RSAKey key, byte[] pseudonymSecret, Path jwksFile, Clock clock) {
        this.key = key;
        this.pseudonymSecret = pseudonymSecret;
        this.jwksFile = jwksFile;
        this.clock = clock;
    }

    /** One for all tests of a JVM; its folder goes when the JVM does. */
    public static LocalIdentity shared() {
        return Shared.IDENTITY;
    }

    /** Reads the identity of a folder; makes it when there is none. Its owner alone may read the secrets. */
    public static LocalIdentity in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path keyFile = folder.resolve("signing-key.json");
        Path secretFile = folder.resolve("pseudonym-secret");
        Path jwksFile = folder.resolve("jwks.json").toAbsolutePath();
        try {
            if (!Files.exists(secretFile)) {
                writeSecretly(secretFile, HexFormat.of().formatHex(randomBytes()));
            }
            if (!Files.exists(keyFile)) {
                writeSecretly(keyFile, newKey().toJSONString());
            }
            RSAKey key = RSAKey.parse(Files.readString(keyFile));
            if (!Files.exists(jwksFile)) {
                Files.writeString(jwksFile, new JWKSet(key.toPublicJWK()).toString());
            }
            byte[] secret = HexFormat.of().parseHex(Files.readString(secretFile).strip());
            return new LocalIdentity(key, secret, jwksFile, Clock.systemUTC());
        } catch (ParseException | JOSEException e) {
            throw new IOException(keyFile + " is not a key that Weakspot wrote", e);
        }
    }

    /** The public key, as a JWK set: what a service needs to check a token, and nothing more. */
    public Path jwksFile() {
        return jwksFile;
    }

    /** A token that says: the bearer is this person and has these roles, from now on and for this long. */
    public String token(UUID subject, Set<String> roles, Duration validity) {
        return token(ISSUER, subject, roles, validity);
    }

    /** The same token in the name of another issuer, who shares the key: no service should take it. */
    public String token(String issuer, UUID subject, Set<String> roles, Duration validity) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject.toString())
                .claim("roles", List.copyOf(roles))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validity)))
                .build();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
        return token.serialize();
    }

    /** The pseudonym of a learner's name: always the same here, another one elsewhere, and no way back to the name. */
    public UUID learnerNamed(String name) {
        return pseudonym("learner", name);
    }

    /** Like a learner's, for names of another kind: the same name of two kinds has two pseudonyms. */
    public UUID pseudonym(String kind, String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pseudonymSecret, "HmacSHA256"));
            ByteBuffer digest = ByteBuffer.wrap(mac.doFinal((kind + "\0" + name).getBytes(StandardCharsets.UTF_8)));
            return toVersion8(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    /** RFC 9562, 5.8: version 8 is for ids made in one's own way; 122 bits remain the digest's. */
    private static UUID toVersion8(long most, long least) {
        return new UUID((most & ~0xF000L) | 0x8000L, (least & ~(3L << 62)) | (1L << 63));
    }

    private static RSAKey newKey() throws JOSEException {
        return new RSAKeyGenerator(2048)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint(true)
                .generate();
    }

    private static byte[] randomBytes() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** The secret appears in the folder complete and already protected, or not at all. */
    private static void writeSecretly(Path file, String secret) throws IOException {
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                file.getFileName().toString(),
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static final class Shared {

        static final LocalIdentity IDENTITY = inFolderOfItsOwn();

        private static LocalIdentity inFolderOfItsOwn() {
            try {
                Path folder = Files.createTempDirectory("weakspot-identity");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
                return in(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
