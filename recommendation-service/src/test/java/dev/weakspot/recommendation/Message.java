package dev.weakspot.recommendation;

import org.jspecify.annotations.Nullable;

/** A message on its way to Kafka; no value is a tombstone. */
public record Message(String topic, String key, @Nullable String value) {}
