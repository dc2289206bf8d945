/** A learner to look around with, whose month of history is made up and marked so. */
@NullMarked
package dev.weakspot.web.demo;

import org.jspecify.annotations.NullMarked;
