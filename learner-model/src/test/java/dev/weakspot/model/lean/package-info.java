@NullMarked
package dev.weakspot.model.lean;

import org.jspecify.annotations.NullMarked;
