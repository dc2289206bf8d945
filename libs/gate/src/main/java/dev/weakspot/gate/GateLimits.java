package dev.weakspot.gate;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * What passes the gate of a service.
 *
 * @param connections open at once; who opens another one is told to come again, and from twice as many on is not even told
 * @param requests in progress at once; the next one is told to come again
 * @param pipelined requests of one connection that wait for their answers; a connection with more is cut
 * @param requestTimeout from the first byte of a request, or the opening of a connection, to the last byte of the request
 */
@ConfigurationProperties("weakspot.gate")
record GateLimits(
        @Bindable(defaultValue = "2000") @Min(1) int connections,
        @Bindable(defaultValue = "1000") @Min(1) int requests,
        @Bindable(defaultValue = "32") @Min(1) int pipelined,
        @Bindable(defaultValue = "10s") @NotNull Duration requestTimeout) {}
