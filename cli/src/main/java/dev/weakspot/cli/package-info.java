/**
 * The {@code weakspot} command: everything in one JVM, and tools that talk to what runs. It knows the services by their
 * jars and their HTTP APIs, never by their classes.
 */
@NullMarked
package dev.weakspot.cli;

import org.jspecify.annotations.NullMarked;
