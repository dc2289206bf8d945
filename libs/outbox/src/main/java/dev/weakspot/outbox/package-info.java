/**
 * How an event leaves a service: in the transaction of the change it tells of, then to Kafka, in order, at least once.
 * Nothing here knows what an event means.
 */
@NullMarked
package dev.weakspot.outbox;

import org.jspecify.annotations.NullMarked;
