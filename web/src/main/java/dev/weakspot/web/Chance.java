package dev.weakspot.web;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Where chance comes from: what cannot be guessed is made of it. */
@Factory
final class Chance {

    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }
}
