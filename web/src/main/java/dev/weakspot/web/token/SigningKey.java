package dev.weakspot.web.token;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A key that signs tokens: a row of {@code signing_key}.
 *
 * @param jwk the key pair as a JSON Web Key (RFC 7517)
 */
@MappedEntity("signing_key")
record SigningKey(@Id String id, String jwk, Instant madeAt) {}
