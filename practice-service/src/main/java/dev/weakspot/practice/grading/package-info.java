/**
 * How an answer is graded: pure functions of an answer key and an answer. No clock, no database, no HTTP lives here, and
 * no wire format.
 */
@NullMarked
package dev.weakspot.practice.grading;

import org.jspecify.annotations.NullMarked;
