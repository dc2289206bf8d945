/**
 * How much a service takes on at once, and how long it waits for a slow client: beyond that it says when to come again.
 * What a request means is none of its business.
 */
@NullMarked
package dev.weakspot.gate;

import org.jspecify.annotations.NullMarked;
