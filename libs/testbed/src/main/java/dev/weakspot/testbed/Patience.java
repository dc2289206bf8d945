package dev.weakspot.testbed;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A busy machine is no fault: tests wait a minute for what they expect, not ten seconds. JUnit finds this extension by itself wherever
 * this module is on the class path.
 */
public final class Patience implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext test) {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }
}
