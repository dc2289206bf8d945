/** Compares models on a data set of learner responses, and shows how they did. Needs no running system. */
@NullMarked
package dev.weakspot.cli.evaluate;

import org.jspecify.annotations.NullMarked;
