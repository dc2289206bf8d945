@NullMarked
package dev.weakspot.problem;

import org.jspecify.annotations.NullMarked;
