@NullMarked
package dev.weakspot.practice.attempt;

import org.jspecify.annotations.NullMarked;
