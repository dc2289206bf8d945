package dev.weakspot.web.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.weakspot.web.account.Role;
import dev.weakspot.web.visit.Visitor;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;

/**
 * Signs the tokens with which we ask the services in somebody's name. They live for minutes and never reach a browser; the
 * services learn a pseudonym and roles from them, nothing else.
 */
@Singleton
public class AccessTokens {

    private static final Duration VALIDITY = Duration.ofMinutes(5);
    /** One is used again while it has at least a minute to live. */
    private static final Duration REUSE = VALIDITY.minusMinutes(1);

    private static final long MOST = 10_000;

    private final KeepKeys keys;
    private final Clock clock;
    private final String issuer;
    private final Cache<Bearer, String> signed =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REUSE).build();

    AccessTokens(
            KeepKeys keys,
            Clock clock,
            @Property(name = "weakspot.identity.issuer", defaultValue = "weakspot-local") String issuer) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
    }

    private record Bearer(UUID subject, Set<Role> roles) {}

    /** As the {@code Authorization} header wants it, for everything that the visitor may do. */
    public String bearer(Visitor visitor) {
        return bearer(visitor.learner(), visitor.roles());
    }

    /** As the {@code Authorization} header wants it, for somebody with these roles. */
    public String bearer(UUID subject, Set<Role> roles) {
        return "Bearer " + signed.get(new Bearer(subject, roles), this::sign);
    }

    private String sign(Bearer bearer) {
        Instant now = clock.instant();
        SigningKey key = keys.current().signing(now).orElseThrow();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.id()).build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(bearer.subject().toString())
                .claim("roles", bearer.roles().stream().map(Role::word).sorted().toList())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALIDITY)))
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(RSAKey.parse(key.jwk())));
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("The key does not sign", e);
        }
        return token.serialize();
    }
}
