/** The practice service: takes answers, grades them, and tells the world that an attempt was made. */
@NullMarked
package dev.weakspot.practice;

import org.jspecify.annotations.NullMarked;
