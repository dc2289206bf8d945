/**
 * How messages come into a service: applied once, in the transaction that also moves the offset, and never blocked by one
 * that cannot be read. Nothing here knows what a message means.
 */
@NullMarked
package dev.weakspot.inbox;

import org.jspecify.annotations.NullMarked;
