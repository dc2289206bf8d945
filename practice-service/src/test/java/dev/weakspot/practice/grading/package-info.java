@NullMarked
package dev.weakspot.practice.grading;

import org.jspecify.annotations.NullMarked;
