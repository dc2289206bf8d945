package dev.weakspot.practice;

import io.micronaut.runtime.Micronaut;

/** Starts the practice service. */
public final class Application {

    private Application() {}

    public static void main(String[] args) {
        Micronaut.run(Application.class, args);
    }
}
