@NullMarked
package dev.weakspot.practice.history;

import org.jspecify.annotations.NullMarked;
