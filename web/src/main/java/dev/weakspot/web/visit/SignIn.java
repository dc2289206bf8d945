package dev.weakspot.web.visit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A browser that is signed in: a row of {@code sign_in}.
 *
 * @param tokenHash SHA-256 of what its cookie holds, in hexadecimal
 * @param csrf what its forms carry
 * @param device how the browser calls itself, shortened
 * @param seenAt of a visit not long ago; not of each one
 */
@MappedEntity("sign_in")
public record SignIn(
        @Id String tokenHash, UUID accountId, String csrf, String device, Instant signedInAt, Instant seenAt) {}
