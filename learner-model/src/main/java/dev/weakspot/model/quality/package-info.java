/** How good predictions were, once the answers are known. */
@NullMarked
package dev.weakspot.model.quality;

import org.jspecify.annotations.NullMarked;
