/** The choice of what to practise next, and its reasons. Works on estimates; which model made them is not known here. */
@NullMarked
package dev.weakspot.model.choice;

import org.jspecify.annotations.NullMarked;
