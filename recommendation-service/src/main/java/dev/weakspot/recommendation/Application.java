package dev.weakspot.recommendation;

import io.micronaut.runtime.Micronaut;

/** Starts the recommendation service. */
public final class Application {

    private Application() {}

    public static void main(String[] args) {
        Micronaut.run(Application.class, args);
    }
}
