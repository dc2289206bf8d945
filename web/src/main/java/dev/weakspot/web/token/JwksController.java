package dev.weakspot.web.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/** Publishes the public halves of our keys: what a service needs to trust our tokens. */
@Controller("/.well-known/jwks.json")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class JwksController {

    private final KeepKeys keys;

    JwksController(KeepKeys keys) {
        this.keys = keys;
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    String keys() {
        List<JWK> published = new ArrayList<>();
        for (SigningKey key : keys.current().keys()) {
            try {
                published.add(JWK.parse(key.jwk()).toPublicJWK());
            } catch (ParseException e) {
                throw new IllegalStateException("A key that we wrote cannot be read", e);
            }
        }
        return new JWKSet(published).toString();
    }
}
