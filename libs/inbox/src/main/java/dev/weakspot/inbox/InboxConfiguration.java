package dev.weakspot.inbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How inboxes behave.
 *
 * @param retryAfter the rest between two attempts while the database or Kafka is away
 * @param lagInterval how often somebody looks how far consumption is behind
 */
@ConfigurationProperties("weakspot.inbox")
record InboxConfiguration(
        @Bindable(defaultValue = "PT1S") Duration retryAfter,
        @Bindable(defaultValue = "PT5S") Duration lagInterval) {}
