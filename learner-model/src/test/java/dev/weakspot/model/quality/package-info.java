@NullMarked
package dev.weakspot.model.quality;

import org.jspecify.annotations.NullMarked;
