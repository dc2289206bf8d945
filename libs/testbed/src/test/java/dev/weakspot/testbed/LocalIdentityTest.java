package dev.weakspot.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIdentityTest {

    private static final UUID ADA = UUID.fromString("5c0ffee0-0000-4000-8000-00000000ada0");

    @TempDir
    private Path folder;

    @Test
    void aTokenVerifiesWithThePublishedKey() throws Exception {
        LocalIdentity identity = LocalIdentity.in(folder);

        var token = SignedJWT.parse(identity.token(ADA, Set.of("learner"), Duration.ofHours(1)));

        var published = JWKSet.load(identity.jwksFile().toFile()).getKeys().getFirst();
        assertThat(token.verify(new RSASSAVerifier(published.toRSAKey()))).isTrue();
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(ADA.toString());
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("learner");
    }

    @Test
    void thePublishedKeyIsNotThePrivateOne() throws Exception {
        LocalIdentity identity = LocalIdentity.in(folder);

        assertThat(JWKSet.load(identity.jwksFile().toFile()).getKeys())
                .singleElement()
                .matches(key -> !key.isPrivate());
    }

    @Test
    void onlyTheOwnerReadsTheSecrets() throws Exception {
        LocalIdentity.in(folder);

        for (String secret : Set.of("signing-key.json", "pseudonym-secret")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(secret))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theSameFolderIsTheSameIdentity() throws Exception {
        UUID first = LocalIdentity.in(folder).learnerNamed("ada");

        UUID second = LocalIdentity.in(folder).learnerNamed("ada");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void anotherInstallationHasOtherPseudonyms(@TempDir Path elsewhere) throws Exception {
        UUID here = LocalIdentity.in(folder).learnerNamed("ada");

        UUID there = LocalIdentity.in(elsewhere).learnerNamed("ada");

        assertThat(there).isNotEqualTo(here);
    }
}
