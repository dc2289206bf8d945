/**
 * {@code ./weakspot test --faults}: kills, freezes, starves and confuses the packaged services and their servers while learners go on
 * answering, and then proves from databases and topics alone that nothing was lost, doubled or invented. Nothing here reaches into a
 * service.
 */
@NullMarked
package dev.weakspot.bench.fault;

import org.jspecify.annotations.NullMarked;
