package dev.weakspot.web;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one place where the service asks the machine for the time. */
@Factory
final class SystemClock {

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
