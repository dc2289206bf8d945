package dev.weakspot.web.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.weakspot.web.FrontDoor;
import dev.weakspot.web.account.Role;
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

            JWKSet published =
                    JWKSet.parse(door.guest().get("/.well-known/jwks.json").body());
            SignedJWT token = SignedJWT.parse(bearer.substring("Bearer ".length()));
            JWK key = published.getKeyByKeyId(token.getHeader().getKeyID());
            assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
            assertThat(published.getKeys()).noneMatch(JWK::isPrivate);
            assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(learner.toString());
            assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("learner");
            assertThat(Duration.between(
                            token.getJWTClaimsSet().getIssueTime().toInstant(),
                            token.getJWTClaimsSet().getExpirationTime().toInstant()))
                    .isEqualTo(Duration.ofMinutes(5));
        }
    }

    @Test
    void instancesShareTheirKeys() {
        try (var door = FrontDoor.open()) {
            String one = door.guest().get("/.well-known/jwks.json").body();
            String again = door.guest().get("/.well-known/jwks.json").body();

            assertThat(again).isEqualTo(one);
            assertThat(door.bean(KeepKeys.class).current().keys()).hasSize(1);
        }
    }
}
