package dev.weakspot.recommendation.training;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Whether a second model learns beside the one that serves.
 *
 * @param enabled when not, it costs nothing, and never learns from what comes meanwhile
 */
@ConfigurationProperties("weakspot.shadow")
public record ShadowConfiguration(
        @Bindable(defaultValue = "true") boolean enabled) {}
