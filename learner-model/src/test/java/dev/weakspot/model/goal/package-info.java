@NullMarked
package dev.weakspot.model.goal;

import org.jspecify.annotations.NullMarked;
