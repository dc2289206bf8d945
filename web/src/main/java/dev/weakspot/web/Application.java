package dev.weakspot.web;

import io.micronaut.runtime.Micronaut;

/** Starts the front door. */
public final class Application {

    private Application() {}

    public static void main(String[] args) {
        Micronaut.run(Application.class, args);
    }
}
