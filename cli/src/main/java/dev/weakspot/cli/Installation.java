package dev.weakspot.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where Weakspot is installed: the project's folder, with the packaged modules in it. */
public record Installation(Path home) {

    /** The installation that this very class was loaded from: {@code home/cli/target/cli-….jar}. */
    public static Installation current() {
        return of(Installation.class);
    }

    /** The installation of a class of one of the project's modules: it was loaded from {@code home/module/target/…}. */
    public static Installation of(Class<?> code) {
        try {
            Path jar = Path.of(
                    code.getProtectionDomain().getCodeSource().getLocation().toURI());
            return new Installation(jar.resolve("../../..").normalize());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String version() {
        return Optional.ofNullable(Installation.class.getPackage().getImplementationVersion())
                .orElse("0.1.0-SNAPSHOT");
    }

    Path dataFolder() {
        return home.resolve(".weakspot");
    }

    /** Fails when a service is not packaged. */
    void requireComplete() {
        for (ServiceName service : ServiceName.values()) {
            jarOf(service);
        }
    }

    /** The packaged jar of a service; its libraries lie beside it in {@code lib/}, as its manifest says. */
    public Path jarOf(ServiceName service) {
        String module = service.module();
        Path jar = home.resolve(module).resolve("target").resolve(module + "-" + version() + ".jar");
        if (!Files.exists(jar)) {
            throw new CommandFailure(jar + " is not there: run ./weakspot start, which packages it.");
        }
        return jar;
    }
}
