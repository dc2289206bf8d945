@NullMarked
package dev.weakspot.recommendation;

import org.jspecify.annotations.NullMarked;
