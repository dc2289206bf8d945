/** What our figures are put beside: the database alone, and the obvious code, written plainly. */
@NullMarked
package dev.weakspot.bench.baseline;

import org.jspecify.annotations.NullMarked;
