package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh an answer is.
 *
 * @param sequence of the last attempt that it knows of
 * @param behind whether it was asked for an attempt that it does not know yet
 */
@Serdeable
public record AsOf(long sequence, @Nullable Instant time, String model, boolean behind) {}
