@NullMarked
package dev.weakspot.practice;

import org.jspecify.annotations.NullMarked;
