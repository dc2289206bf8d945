/** Attempts: taken over HTTP, graded, numbered and committed together with their event, and listed to their learner. */
@NullMarked
package dev.weakspot.practice.attempt;

import org.jspecify.annotations.NullMarked;
