package dev.weakspot.testbed;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * Whether this JVM's tests use containers: when a Docker engine answers, unless {@code -Dweakspot.testbed=embedded} or
 * {@code WEAKSPOT_TESTBED=embedded} says otherwise. Asked once.
 */
final class Docker {

    private static final boolean ANSWERS = !isForbidden() && doesAnswer();

    private Docker() {}

    static boolean answers() {
        return ANSWERS;
    }

    private static boolean isForbidden() {
        String fromEnvironment = System.getenv().getOrDefault("WEAKSPOT_TESTBED", "");
        return System.getProperty("weakspot.testbed", fromEnvironment).equals("embedded");
    }

    /** Testcontainers reports a missing engine as an error with stack traces; to us it is a normal answer. */
    private static boolean doesAnswer() {
        var talkative = List.of(logger("org.testcontainers"), logger("tc"), logger("com.github.dockerjava"));
        talkative.forEach(logger -> logger.setLevel(Level.OFF));
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } finally {
            talkative.forEach(logger -> logger.setLevel(Level.WARN));
        }
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
