/** What to do today, and why. */
@NullMarked
package dev.weakspot.web.today;

import org.jspecify.annotations.NullMarked;
