package dev.weakspot.web.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.weakspot.web.FrontDoor;
import dev.weakspot.web.account.Role;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessTokensIT {

    @Test
    void whoKnowsThePublishedKeysCanCheckATokenAndNoMore() throws Exception {
        try (var door = FrontDoor.open()) {
            UUID learner = UUID.randomUUID();

            String bearer = door.bean(AccessTokens.class).bearer(learner, Set.of(Role.LEARNER));

            SignedJWT token = SignedJWT.parse(bearer.substring("Bearer ".length()));
            assertThat(signs(published(door), token)).isTrue();
            assertThat(published(door).getKeys()).noneMatch(JWK::isPrivate);
            assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(learner.toString());
            assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("learner");
            assertThat(Duration.between(
                            token.getJWTClaimsSet().getIssueTime().toInstant(),
                            token.getJWTClaimsSet().getExpirationTime().toInstant()))
                    .isEqualTo(Duration.ofMinutes(5));
        }
    }

    @Test
    void instancesShareTheirKeys() throws Exception {
        try (var door = FrontDoor.open();
                var other = door.openAnother()) {
            SignedJWT token = tokenOf(door);

            assertThat(signs(published(other), token)).isTrue();
            assertThat(published(other).size()).isEqualTo(1);
        }
    }

    @Test
    void keysTurnAndWhoCouldCheckATokenStillCan() throws Exception {
        try (var door = FrontDoor.open()) {
            SignedJWT old = tokenOf(door);
            String first = old.getHeader().getKeyID();

            pass(door, KeyRing.TURN);
            assertThat(published(door).size()).isEqualTo(2);
            assertThat(tokenOf(door).getHeader().getKeyID()).isEqualTo(first);

            pass(door, KeyRing.NOTICE);
            SignedJWT young = tokenOf(door);
            assertThat(young.getHeader().getKeyID()).isNotEqualTo(first);
            assertThat(signs(published(door), old)).isTrue();
            assertThat(signs(published(door), young)).isTrue();

            pass(door, KeyRing.AFTERLIFE);
            assertThat(published(door).getKeyByKeyId(first)).isNull();
            assertThat(signs(published(door), young)).isTrue();
        }
    }

    /** Lets the keys grow older, and then looks after them as is done every ten minutes. */
    private static void pass(FrontDoor door, Duration time) throws SQLException {
        door.change("update signing_key set made_at = made_at - interval '%d seconds'".formatted(time.toSeconds()));
        door.bean(KeepKeys.class).turnWhenItIsTime();
    }

    /** A new one: a learner's is used again for minutes. */
    private static SignedJWT tokenOf(FrontDoor door) throws ParseException {
        String bearer = door.bean(AccessTokens.class).bearer(UUID.randomUUID(), Set.of(Role.LEARNER));
        return SignedJWT.parse(bearer.substring("Bearer ".length()));
    }

    private static JWKSet published(FrontDoor door) throws ParseException {
        return JWKSet.parse(door.guest().get("/.well-known/jwks.json").body());
    }

    private static boolean signs(JWKSet keys, SignedJWT token) throws JOSEException {
        JWK key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()));
    }
}
