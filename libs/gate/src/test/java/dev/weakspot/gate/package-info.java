@NullMarked
package dev.weakspot.gate;

import org.jspecify.annotations.NullMarked;
