package dev.weakspot.practice.history;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * The attempts before which a learner was so sure.
 *
 * @param certainty to the nearest twentieth
 */
@Introspected
@Serdeable(naming = SnakeCaseStrategy.class)
record CertaintyRow(double certainty, long attempts, double meanScore) {}
