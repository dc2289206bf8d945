@NullMarked
package dev.weakspot.web.visit;

import org.jspecify.annotations.NullMarked;
