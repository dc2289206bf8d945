package dev.weakspot.outbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the relay works.
 *
 * @param relay whether this process has a relay at all; without one it only appends
 * @param batchSize how many messages are sent before their acknowledgements are awaited
 * @param pollInterval how long the relay rests at most when nobody rings, since another process may have appended a message
 * @param linger how long it waits after each rest for more messages that it could send together
 * @param retryAfter the rest between two attempts to become the relay, or to go on after an outage
 */
@ConfigurationProperties("weakspot.outbox")
record OutboxConfiguration(
        @Bindable(defaultValue = "true") boolean relay,
        @Bindable(defaultValue = "2000") int batchSize,
        @Bindable(defaultValue = "PT0.05S") Duration pollInterval,
        @Bindable(defaultValue = "PT0S") Duration linger,
        @Bindable(defaultValue = "PT1S") Duration retryAfter) {

    OutboxConfiguration {
        if (batchSize < 1) {
            throw new IllegalArgumentException("weakspot.outbox.batch-size must be at least 1");
        }
        if (linger.isNegative()) {
            throw new IllegalArgumentException("weakspot.outbox.linger must not be negative");
        }
    }
}
