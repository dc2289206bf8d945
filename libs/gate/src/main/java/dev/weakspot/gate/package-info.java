/**
 * How much a service takes on at once, and how long it waits for a slow client: beyond that it says when to come again.
 * It knows tokens again that were genuine a moment ago, so that they need not be checked each time. What a request means is none
 * of its business.
 */
@NullMarked
package dev.weakspot.gate;

import org.jspecify.annotations.NullMarked;
