@NullMarked
package dev.weakspot.web.interview;

import org.jspecify.annotations.NullMarked;
