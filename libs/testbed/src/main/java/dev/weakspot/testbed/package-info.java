/**
 * Real PostgreSQL and Kafka, the contracts and the house rules, for tests and for {@code ./weakspot start}. Nothing
 * here is ever part of a service that runs by itself.
 */
@NullMarked
package dev.weakspot.testbed;

import org.jspecify.annotations.NullMarked;
