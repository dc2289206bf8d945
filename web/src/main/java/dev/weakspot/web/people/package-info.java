/** Who may do what, for ops. */
@NullMarked
package dev.weakspot.web.people;

import org.jspecify.annotations.NullMarked;
